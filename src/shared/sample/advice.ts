import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { ActionStatus, Horizon } from '../model/records/recommendation.ts';
import { languageOf } from './words.ts';

interface Planned {
  library: string;
  horizon: Horizon | null;
  owner?: string;
  from?: string;
  to?: string;
  status?: ActionStatus;
}

const infrastructure = 'Marta Solís';
const platform = 'Devon Clarke';
const security = 'Priya Raman';
const observability = 'Jonas Weber';
const finance = 'Helen Ochoa';

/** What Acme Health and its consultants agreed on after the diagnosis, in the order of the roadmap. */
const agreed: readonly Planned[] = [
  { library: 'lock-away-root', horizon: 'done', owner: security, from: '2026-09-21', to: '2026-09-22' },
  {
    library: 'unshare-images-and-snapshots',
    horizon: 'done',
    owner: security,
    from: '2026-09-21',
    to: '2026-09-21',
  },
  {
    library: 'organization-trail',
    horizon: 'done',
    owner: observability,
    from: '2026-09-28',
    to: '2026-09-30',
  },
  {
    library: 'upgrade-database-engines',
    horizon: 'done',
    owner: infrastructure,
    from: '2026-10-05',
    to: '2026-10-23',
  },

  {
    library: 'session-manager-for-access',
    horizon: 'now',
    owner: infrastructure,
    from: '2026-11-09',
    to: '2026-11-20',
    status: 'in-progress',
  },
  {
    library: 'close-administration-ports',
    horizon: 'now',
    owner: security,
    from: '2026-11-23',
    to: '2026-11-27',
  },
  {
    library: 'block-public-buckets',
    horizon: 'now',
    owner: security,
    from: '2026-11-16',
    to: '2026-11-18',
    status: 'in-progress',
  },
  { library: 'gp2-to-gp3', horizon: 'now', owner: infrastructure, from: '2026-11-23', to: '2026-11-27' },
  {
    library: 'retire-unattached-volumes',
    horizon: 'now',
    owner: finance,
    from: '2026-11-16',
    to: '2026-11-20',
    status: 'in-progress',
  },
  {
    library: 'manage-encryption-keys',
    horizon: 'now',
    owner: security,
    from: '2026-11-30',
    to: '2026-12-04',
    status: 'blocked',
  },
  {
    library: 'ci-templates',
    horizon: 'now',
    owner: platform,
    from: '2026-11-16',
    to: '2026-12-11',
    status: 'in-progress',
  },

  { library: 'tagging-standard', horizon: 'next', owner: finance, from: '2026-12-07', to: '2026-12-18' },
  {
    library: 'encrypt-databases',
    horizon: 'next',
    owner: infrastructure,
    from: '2026-12-07',
    to: '2026-12-18',
  },
  {
    library: 'keep-kubernetes-current',
    horizon: 'next',
    owner: platform,
    from: '2027-01-11',
    to: '2027-01-29',
  },
  { library: 'secrets-management', horizon: 'next', owner: platform, from: '2027-01-11', to: '2027-01-22' },
  { library: 'structured-logs', horizon: 'next', owner: observability, from: '2026-12-07', to: '2026-12-18' },
  {
    library: 'alerts-that-page',
    horizon: 'next',
    owner: observability,
    from: '2027-01-11',
    to: '2027-01-15',
  },
  {
    library: 'legacy-register',
    horizon: 'next',
    owner: infrastructure,
    from: '2027-02-01',
    to: '2027-02-05',
  },
  { library: 'terraform-state', horizon: 'next', owner: platform, from: '2026-12-14', to: '2026-12-16' },

  { library: 'pipeline-identities', horizon: 'later', owner: platform, from: '2027-02-01', to: '2027-02-05' },
  // Before the identities of the pipelines, which it needs: the roadmap says so.
  { library: 'terraform-pipeline', horizon: 'later', owner: platform, from: '2027-01-25', to: '2027-02-12' },
  {
    library: 'monitoring-as-code',
    horizon: 'later',
    owner: observability,
    from: '2027-02-15',
    to: '2027-02-26',
  },
  { library: 'distributed-tracing', horizon: 'later', owner: observability },
  { library: 'policy-as-code', horizon: 'later', owner: security },
  { library: 'database-insights', horizon: null },
];

/** Person-days that Acme Health and its consultants have together in a month. */
const capacity = 18;

const ownWords = {
  en: {
    title: 'Give the laboratory interface an account of its own',
    problem:
      'The interface of the laboratory system signs in with the shared VPN account of the data centre. Whoever knows its password can send results into patient records, and nobody could tell who did.',
    outcome:
      'The interface has its own account and certificate, reaches one host and one port, and each message can be traced to the system that sent it.',
    steps: [
      'Agree with the vendor of the laboratory system on a certificate for each clinic.',
      'Open the one route that the interface needs, and log it.',
      'Move one clinic over a weekend, and compare a day of results by hand.',
      'Move the other clinics, then close the shared account.',
    ],
    risks: [
      'Results arrive late while a clinic is moved: do it on a Saturday and keep the printer of the laboratory ready.',
    ],
    metrics: ['Messages of the interface by certificate, with none left of the shared account'],
  },
  es: {
    title: 'Dar a la interfaz del laboratorio su propia cuenta',
    problem:
      'La interfaz del sistema de laboratorio entra con la cuenta VPN compartida del centro de datos. Quien conoce su contraseña puede enviar resultados a las historias clínicas, y nadie podría saber quién fue.',
    outcome:
      'La interfaz tiene cuenta y certificado propios, alcanza un solo servidor y un solo puerto, y cada mensaje se puede atribuir al sistema que lo envió.',
    steps: [
      'Acordar con el proveedor del sistema de laboratorio un certificado para cada clínica.',
      'Abrir la única ruta que la interfaz necesita y registrarla.',
      'Migrar una clínica en un fin de semana y comparar a mano un día de resultados.',
      'Migrar las demás clínicas y cerrar después la cuenta compartida.',
    ],
    risks: [
      'Los resultados se retrasan mientras se migra una clínica: hágalo un sábado y tenga lista la impresora del laboratorio.',
    ],
    metrics: ['Mensajes de la interfaz por certificado, sin ninguno de la cuenta compartida'],
  },
} as const;
const ownAcceptance = {
  en: ['The shared account is closed', 'A day of results of each clinic was compared and agreed'],
  es: ['La cuenta compartida está cerrada', 'Se comparó y acordó un día de resultados de cada clínica'],
} as const;

/** Fields that the consultants wrote anew, by entry of the library. */
const edits = {
  'gp2-to-gp3': {
    en: {
      problem:
        'Most volumes of Acme Health are still gp2. The image archive alone pays for speed that nobody asks of it, and the clinics in Texas run out of burst credits on Monday mornings.',
    },
    es: {
      problem:
        'La mayoría de los volúmenes de Acme Health siguen siendo gp2. Solo el archivo de imágenes paga una velocidad que nadie le pide, y las clínicas de Texas agotan los créditos de ráfaga los lunes por la mañana.',
    },
  },
  'session-manager-for-access': {
    en: { title: 'Reach servers through Session Manager, the imaging servers first' },
    es: { title: 'Acceder a los servidores con Session Manager, primero los de imagen' },
  },
} as const;

const dismissed = {
  library: 'web-firewall',
  reason: {
    en: 'The content network of the patient portal already filters all requests, by contract until March 2027. Looked at again when that contract is renewed.',
    es: 'La red de contenidos del portal del paciente ya filtra todas las peticiones, por contrato hasta marzo de 2027. Se revisa cuando se renueve ese contrato.',
  },
};

/**
 * Fills the sample engagement with recommendations: 26 adopted ones over all tracks and kinds, planned until February
 * 2027. Adopted on the oldest snapshot that was judged, so that the newest shows what became of them.
 * @param finished false: what will be done is still under way
 */
export async function fillAdvice(client: Client<Contract>, { finished = true } = {}): Promise<void> {
  const { recommendations, roadmap, scan } = client;
  const judged = (await scan.list({})).snapshots.filter((one) => one.judged);
  const first = judged.at(-1);
  const then = first ? { snapshot: first.id } : {};
  const { ids } = await recommendations.adopt({ ...then, library: agreed.map(({ library }) => library) });
  for (const [at, { library: _, ...plan }] of agreed.entries())
    if (plan.horizon !== null)
      await roadmap.plan({
        id: ids[at]!,
        ...plan,
        ...(plan.horizon === 'done' && !finished && { horizon: 'now', status: 'in-progress' }),
      });
  const idOf = (library: string) => ids[agreed.findIndex((one) => one.library === library)]!;
  for (const [library, words] of Object.entries(edits))
    for (const language of ['en', 'es'] as const)
      await recommendations.edit({ id: idOf(library), language, words: words[language] });

  const own = await recommendations.write({
    ...then,
    language: 'en',
    track: 'automation',
    kind: 'governance',
    effort: 6,
    words: {
      ...ownWords.en,
      steps: [...ownWords.en.steps],
      risks: [...ownWords.en.risks],
      metrics: [...ownWords.en.metrics],
    },
    acceptance: [...ownAcceptance.en],
  });
  await recommendations.edit({
    id: own.id,
    language: 'es',
    words: {
      ...ownWords.es,
      steps: [...ownWords.es.steps],
      risks: [...ownWords.es.risks],
      metrics: [...ownWords.es.metrics],
    },
    acceptance: ownAcceptance.es.map((text, at) => ({ id: `own-${at + 1}`, text })),
  });
  await roadmap.plan({ id: own.id, horizon: 'next', owner: platform, from: '2027-01-18', to: '2027-01-29' });

  await recommendations.dismiss({
    ids: [dismissed.library],
    reason: dismissed.reason[await languageOf(client)],
  });
  await roadmap.setCapacity({ capacity });
}

/** Closes what was done before the second scan, which then confirms it. */
export async function finishAdvice({ recommendations, roadmap }: Client<Contract>): Promise<void> {
  const done = agreed.flatMap(({ library, horizon }) => (horizon === 'done' ? [library] : []));
  const { actions } = await recommendations.list({});
  for (const { id, library, state } of actions)
    if (state === 'adopted' && library !== null && done.includes(library))
      await roadmap.plan({ id, horizon: 'done' });
}
