import type { Decision, FindingIdentity } from '../../shared/model/decision.ts';
import { referenceOf, scopeLabeller } from '../decisions/views.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';

/** A step as a sentence needs it. */
export interface Told {
  step: string;
  who: string;
  /** Such as `decision.decide`. */
  what: string;
  kind: string;
  /** The first document that the step changed, as it left it, or as it was where it was removed. */
  document: unknown;
  records: number;
  /** The step that this one took back, when it is an undo or a redo. */
  undone?: Told | undefined;
}

/** What the sentence of an action is made of: a key below it, and values. */
type Describe = (document: never) => { key?: string; values: Record<string, unknown> };

/**
 * Steps as sentences. The sentence of `decision.decide` is the text `trail.decision.decide`; an action that has none is
 * told by its name, so that another part of Fieldbook needs texts alone to speak here.
 */
export function sentences(session: Session, texts: Texts): (told: Told) => string {
  const label = scopeLabeller(session, texts);
  const termOf = (word: 'until' | 'by', day: string | null): string =>
    day === null ? '' : ` ${texts.t(`trail.${word}`, { date: dayOf(day, texts) })}`;
  const describe: Partial<Record<string, Describe>> = {
    decision: ({ scope, verdict, expires }: Decision) => ({
      key: verdict,
      values: {
        of: scope.kind === 'finding' ? referenceOf(scope) : texts.t('trail.quoted', { text: label(scope) }),
        until: termOf('until', expires),
        // What is to be mended has a date of its own kind.
        by: termOf('by', expires),
      },
    }),
    comment: ({ finding }: { finding: FindingIdentity }) => ({ values: { of: referenceOf(finding) } }),
  };
  const say = (told: Told): string => {
    const { who, what, kind, document, records: count } = told;
    if (told.undone)
      return texts.t(`trail.${what === 'redo' ? 'redo' : 'undo'}`, { who, done: say(told.undone) });
    const { key, values } = (document !== null && describe[kind]?.(document as never)) || { values: {} };
    const found = [`trail.${what}.${key}`, `trail.${what}`].find(
      (one) => texts.has(one) || texts.has(`${one}_other`),
    );
    const all = { ...plainValues(document), ...values, who, count };
    return found
      ? texts.t(found, all)
      : texts.t('trail.other', { who, what, kind: kindName(kind, texts), count });
  };
  return say;
}

export const kindName = (kind: string, texts: Texts): string =>
  texts.has(`trail.kinds.${kind}`) ? texts.t(`trail.kinds.${kind}`) : kind;

/** Texts and numbers of a document, for the sentences of other parts. */
const plainValues = (document: unknown): Record<string, unknown> =>
  typeof document === 'object' && document !== null
    ? Object.fromEntries(
        Object.entries(document).filter(([, value]) => ['string', 'number'].includes(typeof value)),
      )
    : {};

const dayOf = (day: string, texts: Texts): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });
