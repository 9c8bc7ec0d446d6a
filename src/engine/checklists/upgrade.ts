import { isDeepStrictEqual } from 'node:util';
import type { Checklist, OwnTemplate } from '../../shared/model/records/checklist.ts';
import { cannot } from '../cannot.ts';
import type { Session } from '../session.ts';
import { shippedTemplates } from './shipped.ts';

type Own = Pick<Session, 'records'>;

/** Those that ship, then those of the engagement. */
export const allTemplates = ({ records }: Own): readonly OwnTemplate[] => [
  ...shippedTemplates(),
  ...records.all('template'),
];

export const isShipped = (id: string): boolean => shippedTemplates().some((one) => one.id === id);

export function templateWith(session: Own, id: string): OwnTemplate {
  const found = allTemplates(session).find((one) => one.id === id);
  if (!found) throw cannot('bad-input', 'checklists.templateUnknown', { id });
  return found;
}

/** The template of a checklist as it is now, when it is not what was adopted. */
export function newerThan(session: Own, { id, template, words }: Checklist): OwnTemplate | undefined {
  const now = allTemplates(session).find((one) => one.id === id);
  const same = !now || isDeepStrictEqual([now.template, now.words], [template, words]);
  return same ? undefined : now;
}
