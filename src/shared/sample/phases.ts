import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { Phase } from '../model/engagement.ts';
import type { Language } from '../model/languages.ts';

const texts = {
  en: {
    names: ['Discovery and diagnosis', 'Recommendations and roadmap', 'Implementation and support'],
    diagnosis:
      'Diagnosis presented to Marta Iglesias (CTO) and the platform team on 18 September. Agreed: MFA for the root user at once, the backups of the clinical records before anything that saves money, and no change to the appointment system during the vaccination campaign.',
    roadmap:
      'Roadmap agreed on 2 October. The first wave takes the volumes, the idle instances and the open ports; commitments are decided after it, on the smaller estate. The data platform stays out until its owners are back from leave.',
  },
  es: {
    names: [
      'Descubrimiento y diagnóstico',
      'Recomendaciones y hoja de ruta',
      'Implantación y acompañamiento',
    ],
    diagnosis:
      'Diagnóstico presentado a Marta Iglesias (CTO) y al equipo de plataforma el 18 de septiembre. Acordado: MFA para el usuario raíz de inmediato, las copias de las historias clínicas antes que cualquier ahorro, y ningún cambio en el sistema de citas durante la campaña de vacunación.',
    roadmap:
      'Hoja de ruta acordada el 2 de octubre. La primera ola toma los volúmenes, las instancias ociosas y los puertos abiertos; los compromisos se deciden después, con la infraestructura ya reducida. La plataforma de datos queda fuera hasta que vuelvan sus responsables.',
  },
} as const;

/** The three phases of Acme Health, by the dates of its two scans (7 September and 16 November 2026). */
export const samplePhases = (language: Language): Phase[] => {
  const [first, second, third] = texts[language].names;
  const open = { closedAt: null };
  return [
    { id: 'acme-1', kind: 'assessment', name: first, from: '2026-09-01', to: '2026-09-18', ...open },
    { id: 'acme-2', kind: 'suggestions', name: second, from: '2026-09-21', to: '2026-10-02', ...open },
    { id: 'acme-3', kind: 'implementation', name: third, from: '2026-10-05', to: '2026-12-18', ...open },
  ];
};

/** Before the first scan: the plan of the work. */
export async function planSamplePhases({ engagement, phases }: Client<Contract>): Promise<void> {
  const { language } = (await engagement.overview({})).engagement;
  await phases.save({ phases: samplePhases(language) });
}

/** After the first scan and its diagnosis: closes the first phase. */
export const closeSampleDiagnosis = (client: Client<Contract>): Promise<void> =>
  close(client, 'acme-1', 'diagnosis');

/** When recommendations and roadmap are written, before the second scan: closes the second phase. */
export const closeSampleRoadmap = (client: Client<Contract>): Promise<void> =>
  close(client, 'acme-2', 'roadmap');

/** Closes one that is still open; one that was closed stays as it is. */
async function close(
  { engagement, phases }: Client<Contract>,
  phase: string,
  note: 'diagnosis' | 'roadmap',
): Promise<void> {
  const known = (await phases.list({})).phases.find(({ id }) => id === phase);
  if (!known || known.closedAt !== null) return;
  const { language } = (await engagement.overview({})).engagement;
  await phases.close({ phase, note: texts[language][note] });
}
