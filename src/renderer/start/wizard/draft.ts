import { type Person, type PhaseKind, phaseKinds } from '../../../shared/model/engagement.ts';
import type { Language } from '../../../shared/model/languages.ts';
import type { Answer, Args } from '../../data/types.ts';

/** A new engagement as it is being typed. */
export interface Draft {
  client: string;
  consultant: string;
  scope: string;
  language: Language;
  phases: { id: string; kind: PhaseKind; chosen: boolean; from: string; to: string }[];
  people: { id: string; name: string; role: string; side: Person['side'] }[];
  tags: { id: string; key: string; values: string }[];
  /** The client's, as the engine has looked it over. */
  logo: Answer<'engagement', 'readLogo'>['logo'];
  /** Of all reports of this consultant; null: Fieldbook's own; undefined: as it is. */
  accent: string | null | undefined;
  /** Left empty, the file is named after the client. */
  path: string;
  passphrase: string;
  again: string;
  /** Keeps the passphrase in the system's keychain as well. */
  keep: boolean;
}

export const steps = ['client', 'team', 'standards', 'protection'] as const;
export type Step = (typeof steps)[number];

/** What is wrong with a field: a key of the texts. */
export type Fault = 'needed' | 'wrongOrder' | 'twice' | 'different' | 'weak';

export const emptyDraft = (language: Language, newId: () => string): Draft => ({
  client: '',
  consultant: '',
  scope: '',
  language,
  phases: phaseKinds.map((kind) => ({ id: newId(), kind, chosen: true, from: '', to: '' })),
  people: [],
  tags: [],
  logo: null,
  accent: undefined,
  path: '',
  passphrase: '',
  again: '',
  keep: false,
});

/** Faults of a step by field: `client`, or `phases.ID`, `people.ID`, `tags.ID` for a row. */
export function faultsOf(step: Step, draft: Draft, strongEnough: boolean): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  switch (step) {
    case 'client':
      if (!draft.client.trim()) faults.client = 'needed';
      if (!draft.consultant.trim()) faults.consultant = 'needed';
      break;
    case 'team':
      for (const { id, from, to, chosen } of draft.phases)
        if (chosen && from && to && to < from) faults[`phases.${id}`] = 'wrongOrder';
      for (const { id, name, role } of draft.people)
        if (!name.trim() && role.trim()) faults[`people.${id}`] = 'needed';
      break;
    case 'standards': {
      const keys = draft.tags.map(({ key }) => key.trim());
      draft.tags.forEach(({ id, key, values }, at) => {
        if (!key.trim() && values.trim()) faults[`tags.${id}`] = 'needed';
        else if (key.trim() && keys.indexOf(key.trim()) < at) faults[`tags.${id}`] = 'twice';
      });
      break;
    }
    case 'protection':
      if (!strongEnough) faults.passphrase = 'weak';
      if (draft.again !== draft.passphrase) faults.again = 'different';
      break;
  }
  return faults;
}

/** Letters and digits of any script, joined by hyphens: a name that every file system takes. */
export const fileNameOf = (client: string): string =>
  `${
    client
      .normalize('NFKC')
      .toLocaleLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'engagement'
  }.fieldbook`;

/** Rows that were left empty are left out. */
export function toEngagement(draft: Draft, path: string): Args<'engagement', 'create'> {
  return {
    path,
    passphrase: draft.passphrase,
    client: draft.client.trim(),
    consultant: draft.consultant.trim(),
    scope: draft.scope.trim(),
    language: draft.language,
    phases: draft.phases
      .filter((phase) => phase.chosen)
      .map(({ id, kind, from, to }) => ({ id, kind, from: from || null, to: to || null })),
    people: draft.people
      .filter(({ name }) => name.trim())
      .map(({ id, name, role, side }) => ({ id, name: name.trim(), role: role.trim(), side })),
    tagPolicy: {
      required: draft.tags
        .filter(({ key }) => key.trim())
        .map(({ key, values }) => ({
          key: key.trim(),
          values: values
            .split(',')
            .map((value) => value.trim())
            .filter(Boolean),
        })),
    },
  };
}
