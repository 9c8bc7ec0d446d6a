import type { TagPolicy } from './engagement.ts';
import type { Language } from './languages.ts';
import { type ScanScope, scopeSchema } from './scan.ts';

/** The engagement that shows everything: an invented client, so its passphrase is no secret. */
export const sampleEngagement = {
  client: 'Acme Health',
  consultant: 'Northwind DevOps',
  /** As it stands on the cover of the reports, by the language of the engagement. */
  scope: {
    en: 'cloud assessment and roadmap',
    es: 'diagnóstico de la nube y hoja de ruta',
  } satisfies Record<Language, string>,
  passphrase: 'acme-health-sample',
  file: 'acme-health.fieldbook',
  tagPolicy: {
    required: [
      { key: 'owner', values: [] },
      { key: 'env', values: ['production', 'staging', 'shared', 'data', 'sandbox'] },
      { key: 'data-class', values: ['public', 'internal', 'phi'] },
    ],
  } satisfies TagPolicy,
} as const;

export const sampleStates = ['before', 'after'] as const;

/** The whole organization of the built-in estate, before or after implementation. */
export const sampleScope = (state: (typeof sampleStates)[number]): ScanScope =>
  scopeSchema.parse({
    profiles: [`sample:${state}`],
    organization: { roleName: 'FieldbookAudit' },
    bill: true,
  });
