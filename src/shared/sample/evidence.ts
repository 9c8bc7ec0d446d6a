import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { EvidenceLink } from '../model/records/evidence.ts';
import { Painter } from './painter.ts';
import { sampleSystems } from './systems.ts';
import { languageOf, spoken, type Words } from './words.ts';

interface Sample {
  title: Words;
  file: string;
  note: Words;
  expiresOn?: string;
  /** Output of a terminal is the same in every language. */
  content: string | Words | (() => Promise<Uint8Array>);
  /** Checks whose first failing finding it shows. */
  checks?: readonly string[];
  /** Items of checklists whose answer it supports. */
  answers?: readonly string[];
  /** Systems of the inventory, by key. */
  systems?: readonly string[];
}

const ink = [23, 33, 43] as const;
const grey = [120, 132, 144] as const;
const white = [255, 255, 255] as const;
const blue = [31, 83, 141] as const;
const red = [179, 38, 30] as const;

/** A window with a title bar, as screenshots have it. */
function windowOf(title: string): Painter {
  const picture = new Painter(760, 440, [243, 245, 247]);
  picture.rect(0, 0, 760, 34, blue);
  picture.text(14, 12, title, white);
  return picture;
}

function signInOfLaboratory(): Promise<Uint8Array> {
  const picture = windowOf('LabCore 9 - sign in');
  picture.rect(190, 90, 380, 260, white);
  picture.text(220, 120, 'User', grey);
  picture.rect(220, 140, 320, 36, [228, 233, 238]);
  picture.text(232, 152, 'LABDESK-SHARED', ink, 3);
  picture.text(220, 200, 'Password', grey);
  picture.rect(220, 220, 320, 36, [228, 233, 238]);
  picture.text(232, 232, 'AURORA-2019', ink, 3);
  picture.rect(220, 290, 120, 36, blue);
  picture.text(238, 302, 'Sign in', white);
  picture.text(190, 380, 'Note on the screen: same for all shifts', red);
  return picture.png();
}

function statusOfFirewalls(): Promise<Uint8Array> {
  const picture = windowOf('Firewall cluster - Denver');
  const rows = [
    ['Unit', 'State', 'Firmware', 'Uptime'],
    ['FW-DEN-1', 'Active', '6.0.4 (2021)', '412 days'],
    ['FW-DEN-2', 'No answer', '-', '-'],
  ];
  for (const [at, row] of rows.entries()) {
    picture.rect(40, 70 + at * 60, 680, 58, at === 0 ? [225, 230, 235] : white);
    for (const [column, words] of row.entries())
      picture.text(60 + column * 170, 92 + at * 60, words, words === 'No answer' ? red : ink, 3);
  }
  picture.text(40, 290, 'High availability: degraded since 2025-11-02', red, 3);
  return picture.png();
}

function billOfMonth(): Promise<Uint8Array> {
  const picture = windowOf('Cost explorer - monthly by service');
  const bars = [62, 70, 66, 84, 92, 118, 131, 140];
  for (const [at, height] of bars.entries()) {
    picture.rect(80 + at * 78, 360 - height * 2, 48, height * 2, at > 5 ? red : blue);
    picture.text(84 + at * 78, 372, `${at + 1 < 10 ? '0' : ''}${at + 1}/26`, grey);
  }
  picture.rect(60, 360, 650, 2, grey);
  picture.text(60, 60, 'EC2 and RDS, thousand USD', ink);
  return picture.png();
}

/** What a consultant brings home from the first two weeks at Acme Health. All names and ids are invented. */
export const sampleEvidence: readonly Sample[] = [
  {
    title: { en: 'Who the scan ran as', es: 'Con qué identidad se hizo el análisis' },
    file: 'sts-get-caller-identity.txt',
    note: {
      en: 'Taken before the first scan, with Marta Olsen watching.',
      es: 'Tomado antes del primer análisis, en presencia de Marta Olsen.',
    },
    content: `$ aws sts get-caller-identity --profile acme-audit
{
    "UserId": "AROAEXAMPLE7K3Q2X2MA9:ana.ruiz",
    "Account": "111122223333",
    "Arn": "arn:aws:sts::111122223333:assumed-role/FieldbookAudit/ana.ruiz"
}
`,
    answers: ['security-rights-by-task'],
  },
  {
    title: {
      en: 'Root of the management account has no second factor',
      es: 'El usuario raíz de la cuenta de administración no tiene segundo factor',
    },
    file: 'iam-account-summary.txt',
    note: {
      en: 'Seen on the call of 8 September; the client sets up a hardware key this week.',
      es: 'Visto en la llamada del 8 de septiembre; el cliente configura una llave física esta semana.',
    },
    content: `$ aws iam get-account-summary --query 'SummaryMap.{MFA:AccountMFAEnabled,Keys:AccountAccessKeysPresent}'
{
    "MFA": 0,
    "Keys": 1
}
`,
    checks: ['iam-root-mfa', 'iam-root-access-key'],
    answers: ['security-second-factor'],
  },
  {
    title: {
      en: 'Shared sign-in at the laboratory desk',
      es: 'Acceso compartido en el puesto del laboratorio',
    },
    file: 'labcore-sign-in.png',
    note: {
      en: 'Photographed with permission of the laboratory. Redact the password before it goes into a report.',
      es: 'Fotografiado con permiso del laboratorio. Oculte la contraseña antes de incluirlo en un informe.',
    },
    content: signInOfLaboratory,
    answers: ['security-no-shared-accounts'],
    systems: ['laboratory'],
  },
  {
    title: { en: 'Second firewall does not answer', es: 'El segundo cortafuegos no responde' },
    file: 'firewall-cluster.png',
    note: {
      en: 'All clinics reach AWS over one unit, out of support since the end of 2025.',
      es: 'Todas las clínicas llegan a AWS por un solo equipo, sin soporte desde finales de 2025.',
    },
    content: statusOfFirewalls,
    answers: ['aspects-single-points', 'aspects-site-links'],
    systems: ['site-vpn'],
  },
  {
    title: { en: 'Bill by month, 2026', es: 'Factura por mes, 2026' },
    file: 'cost-explorer-2026.png',
    note: {
      en: 'The rise from June is the analytics cluster, which nobody switches off at night.',
      es: 'La subida desde junio es el clúster de analítica, que nadie apaga por la noche.',
    },
    content: billOfMonth,
    checks: ['rds-storage-oversized'],
    answers: ['aspects-bill-read', 'finops-compared'],
  },
  {
    title: {
      en: 'Restore test of the claims database',
      es: 'Prueba de restauración de la base de datos de reclamaciones',
    },
    file: 'restore-test-2025-06.txt',
    note: {
      en: 'The last test on record. It has to be repeated: it no longer proves anything.',
      es: 'La última prueba registrada. Hay que repetirla: ya no prueba nada.',
    },
    expiresOn: '2026-06-30',
    content: {
      en: `Restore test, 30 June 2025
Snapshot   rds:claims-prod-2025-06-29-04-10
Began      09:12   Database available 10:47   Application answered 11:30
Result     good; two grants had to be set by hand
Signed     M. Olsen
`,
      es: `Prueba de restauración, 30 de junio de 2025
Instantánea   rds:claims-prod-2025-06-29-04-10
Inicio        09:12   Base de datos disponible 10:47   La aplicación respondió 11:30
Resultado     bueno; hubo que fijar dos permisos a mano
Firmado       M. Olsen
`,
    },
    checks: ['rds-instance-backup-retention'],
    answers: ['aspects-restores-tried'],
  },
  {
    title: { en: 'Metadata requests without a token', es: 'Peticiones de metadatos sin token' },
    file: 'imdsv1-metric.txt',
    note: {
      en: 'Two weeks of the metric; only the old report server still uses version 1.',
      es: 'Dos semanas de la métrica; solo el antiguo servidor de informes usa todavía la versión 1.',
    },
    content: `$ aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name MetadataNoToken \\
    --statistics Sum --period 1209600 --start-time 2026-08-24T00:00:00Z --end-time 2026-09-07T00:00:00Z
{
    "Label": "MetadataNoToken",
    "Datapoints": [
        { "Timestamp": "2026-08-24T00:00:00+00:00", "Sum": 18433.0, "Unit": "None" }
    ]
}
`,
    checks: ['ec2-instance-imdsv1'],
  },
  {
    title: {
      en: 'Letter of the vendor of the laboratory system',
      es: 'Carta del proveedor del sistema de laboratorio',
    },
    file: 'labcore-end-of-support.txt',
    note: { en: 'Received by e-mail on 3 August 2026.', es: 'Recibida por correo el 3 de agosto de 2026.' },
    expiresOn: '2027-01-31',
    content: {
      en: `LabCore Systems, product notice 2026-14
Version 9 leaves support on 31 January 2027. Security corrections end on the same day.
Customers under contract move to version 11 at no charge; version 11 runs on PostgreSQL 15 or later.
`,
      es: `LabCore Systems, aviso de producto 2026-14
La versión 9 deja de tener soporte el 31 de enero de 2027. Las correcciones de seguridad terminan el mismo día.
Los clientes con contrato pasan a la versión 11 sin coste; la versión 11 funciona con PostgreSQL 15 o posterior.
`,
    },
    answers: ['aspects-end-of-support', 'migration-staying-systems'],
    systems: ['laboratory'],
  },
];

/** Adds them to the open engagement, linked to what they show of the scan and of the inventory. */
export async function fillEvidence(client: Client<Contract>): Promise<void> {
  const language = await languageOf(client);
  const { systems } = await client.inventory.page({ limit: 1000 });
  for (const { content, checks = [], answers = [], systems: keys = [], file, ...about } of spoken(
    sampleEvidence,
    language,
  )) {
    const named = sampleSystems.filter(({ key }) => keys.includes(key)).map(({ name }) => name[language]);
    const links: EvidenceLink[] = [
      ...(await findingsOf(client, checks)),
      ...answers.map((id) => ({ kind: 'answer' as const, id })),
      ...systems
        .filter(({ name }) => named.includes(name))
        .map(({ id }) => ({ kind: 'system' as const, id })),
    ];
    if (typeof content === 'string') {
      await client.evidence.addText({ ...about, text: content, file, links });
      continue;
    }
    const { upload } = await client.evidence.upload({});
    await client.evidence.append({ upload, base64: base64Of(await content()) });
    await client.evidence.addUpload({ ...about, upload, file, origin: 'clipboard', links });
  }
}

/** The first failing finding of each check; none as long as nothing was judged. */
async function findingsOf(client: Client<Contract>, checks: readonly string[]): Promise<EvidenceLink[]> {
  const links: EvidenceLink[] = [];
  const judged = checks.length > 0 && (await client.scan.list({})).snapshots.some((one) => one.judged);
  for (const check of judged ? checks : []) {
    const { findings } = await client.findings.page({
      filter: { check: [check], status: ['fail'] },
      limit: 1,
    });
    for (const { ref } of findings) links.push({ kind: 'finding', id: ref });
  }
  return links;
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
