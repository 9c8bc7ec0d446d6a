import type refusals from '../../resources/texts/en/refusals.json';
import { type ErrorCode, FieldbookError } from '../shared/contract/errors.ts';
import { type Reason, spell } from '../shared/reason.ts';
import { textsOf } from './texts.ts';

type Refusals = typeof refusals;
type Within<G extends keyof Refusals> = `${G}.${keyof Refusals[G] & string}`;
/** Of an error: names a sentence and what to do next. */
export type Why = { [G in Exclude<keyof Refusals, 'profile'>]: Within<G> }[Exclude<
  keyof Refusals,
  'profile'
>];

/**
 * What somebody asked for cannot be done. It travels by its reason, in the words of whoever shows it; programs and
 * logs read it in English.
 */
export function cannot(
  code: ErrorCode,
  why: Why,
  values: Reason['values'] = {},
  options: { cause?: unknown; details?: string } = {},
): FieldbookError {
  const reason = { key: why, values };
  return new FieldbookError(code, english(reason, 'what'), english(reason, 'next'), { ...options, reason });
}

/** What is wrong with a profile, to be named within a sentence. */
export const profileReason = (why: Within<'profile'>, values: Reason['values'] = {}): Reason => ({
  key: why,
  values,
});

export const english = (reason: Reason, part?: 'what' | 'next'): string =>
  spell(reason, textsOf('en').t, part);
