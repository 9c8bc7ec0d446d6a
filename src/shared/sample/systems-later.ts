import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import { sampleSystems } from './systems.ts';
import { languageOf, spoken } from './words.ts';

/** What the second round of interviews heard of systems that were known, by their key. */
const told = {
  imaging: {
    backup: {
      en: 'Nightly to acme-health-backups, restored in test in November 2026',
      es: 'Cada noche a acme-health-backups; restauración de prueba en noviembre de 2026',
    },
  },
  analytics: {
    owner: { en: 'Lena Fischer, digital products', es: 'Lena Fischer, productos digitales' },
    location: {
      en: 'United States, Google Cloud us-central1',
      es: 'Estados Unidos, Google Cloud us-central1',
    },
  },
  billing: {
    location: { en: 'United States, two regions of AWS', es: 'Estados Unidos, dos regiones de AWS' },
  },
} as const;

/** One that the clinics began to use meanwhile; its trial runs beside the instances of the same name in AWS. */
const video = {
  name: { en: 'Video consultations', es: 'Consultas por vídeo' },
  kind: 'saas',
  purpose: {
    en: 'Trial of three clinics with consultations by video',
    es: 'Prueba de tres clínicas con consultas por vídeo',
  },
  owner: { en: 'Lena Fischer, digital products', es: 'Lena Fischer, productos digitales' },
  vendor: 'CareCall',
  criticality: 'medium',
  dataClass: 'regulated',
  agreement: '',
  signIn: 'own-accounts',
  lifecycle: 'in-use',
} as const;

/** The systems of the sample engagement as they are after the second scan. */
export async function reviseSystems(client: Client<Contract>): Promise<void> {
  const language = await languageOf(client);
  const { systems } = await client.inventory.page({ limit: 1000 });
  const known = spoken(sampleSystems, language);
  for (const [key, fields] of Object.entries(spoken(told, language))) {
    const { name } = known.find((one) => one.key === key)!;
    for (const { id } of systems.filter((one) => one.name === name))
      await client.inventory.save({ id, fields });
  }
  await client.inventory.save({ fields: spoken(video, language) });
}
