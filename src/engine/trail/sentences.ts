import { recordKinds } from '../../shared/model/records/index.ts';
import type { Action } from '../records/actions.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import { tellAnswers } from './told/answers.ts';
import { tellChecklists, tellTargets } from './told/checklists.ts';
import { tellComments, tellDecisions } from './told/decisions.ts';
import type { Description, Step } from './told/describe.ts';
import { tellEvidence } from './told/evidence.ts';
import { tellRecommendations } from './told/recommendations.ts';
import { tellCapacity, tellPlans } from './told/roadmap.ts';
import { tellSystems } from './told/systems.ts';

/** A step as a sentence needs it. */
export interface Told {
  step: string;
  who: string;
  /** Such as `decision.decide`. */
  what: string;
  kind: string;
  /** The first document that the step changed, as it left it, or as it was where it was removed. */
  document: unknown;
  /** The same as it was before; null: the step made it. */
  before: unknown;
  removed: boolean;
  records: number;
  /** The step that this one took back, when it is an undo or a redo. */
  undone?: Told | undefined;
}

type Describe = (step: Step<never>) => Description;

/**
 * Steps as sentences. The sentence of `decision.decide` is the text `trail.decision.decide`, or one below it. An action
 * that this version does not know, as of a newer file, is told by its name.
 */
export function sentences(session: Session, texts: Texts): (told: Told) => string {
  const speaker = { session, texts };
  const describe = {
    ...tellAnswers(speaker),
    ...tellChecklists(speaker),
    ...tellTargets(speaker),
    ...tellComments(speaker),
    ...tellDecisions(speaker),
    ...tellEvidence(speaker),
    ...tellRecommendations(speaker),
    ...tellPlans(speaker),
    ...tellCapacity(),
    ...tellSystems(speaker),
  } satisfies Record<Action, unknown> as Record<string, Describe>;
  const say = (told: Told): string => {
    const { who, what, kind, records: count } = told;
    if (told.undone)
      return texts.t(`trail.${what === 'redo' ? 'redo' : 'undo'}`, { who, done: say(told.undone) });
    const described = Object.hasOwn(describe, what) ? describe[what]!(stepOf(told)) : undefined;
    if (!described) return texts.t('trail.other', { who, what, kind: kindName(kind, texts), count });
    const { key, values } = described;
    return texts.t(`trail.${what}${key === undefined ? '' : `.${key}`}`, { ...values, who, count });
  };
  return say;
}

/** The documents of a step with what is newer in their kind than the file that they stand in. */
function stepOf({ kind, document, before, removed, records }: Told): Step<never> {
  const schema = recordKinds[kind as keyof typeof recordKinds];
  const whole = (one: unknown) => (one === null ? null : (schema.safeParse(one).data ?? one));
  return { document: whole(document), before: whole(before), removed, records } as Step<never>;
}

export const kindName = (kind: string, texts: Texts): string =>
  texts.has(`trail.kinds.${kind}`) ? texts.t(`trail.kinds.${kind}`) : kind;
