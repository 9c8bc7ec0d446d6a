import type { ReadFailure } from '../../shared/model/outcome.ts';
import { type Texts, textsOf } from '../texts.ts';

/**
 * A read that Fieldbook itself left undone or could not understand, in its own words: `findings.failures.<code>` of the
 * texts with these values. The ledger keeps them in English beside the values, so that a report can say it in its own
 * language; what AWS says stays as AWS said it.
 */
export const ownFailure = (
  outcome: ReadFailure['outcome'],
  code: string,
  values: NonNullable<ReadFailure['values']> = {},
): ReadFailure => ({ outcome, code, message: wordsOf(code, values, textsOf('en')), values });

export const failureWords = ({ code, message, values }: ReadFailure, texts: Texts): string =>
  values ? wordsOf(code, values, texts) : message;

const wordsOf = (code: string, values: NonNullable<ReadFailure['values']>, texts: Texts): string =>
  texts.t(`findings.failures.${code}`, values);
