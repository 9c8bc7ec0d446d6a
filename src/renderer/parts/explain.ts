import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { type Language, languageOf } from '../../shared/model/languages.ts';
import { type Reason, spell } from '../../shared/reason.ts';
import type { ShapeProblem } from '../../shared/shape.ts';
import type { WindowWords } from '../words.ts';

export interface Explanation {
  what: string;
  next: string;
  /** What the window's own words cannot name: a file, a profile, a field. */
  named: string | null;
  /** Of what is named; undefined where that is a name alone. */
  language?: Language;
}

/** Codes of which the window's words say all: what else could be named is on the screen already. */
const plain = new Set<ErrorData['code']>([
  'wrong-passphrase',
  'file-not-found',
  'file-foreign',
  'file-damaged',
  'file-from-future',
  'file-in-use',
  'engine-lost',
  'version-mismatch',
  'cancelled',
  'read-only',
  'no-engagement',
  'disk-full',
  'scan-running',
  'nothing-to-resume',
  'nothing-scanned',
  'snapshot-unknown',
  'finding-unknown',
  'resource-unknown',
  'report-unknown',
  'report-memory',
  'report-blocked',
  'changed-since',
  'clock-skew',
  'keychain-unavailable',
  'passphrase-not-kept',
]);

/** An error in the reader's language. The engine's words stand where they say more and are of that language. */
export function explain(
  {
    code,
    message,
    next,
    language = 'en',
    about,
    reason,
    problems,
  }: Pick<ErrorData, 'code' | 'message' | 'next' | 'language' | 'about' | 'reason' | 'problems'>,
  words: WindowWords,
): Explanation {
  if (reason) return { what: told(reason, words, 'what'), next: told(reason, words, 'next'), named: null };
  const own = { what: words.t(`errors.${code}.what`), next: words.t(`errors.${code}.next`) };
  if (plain.has(code)) return { ...own, named: null };
  if (problems) return { ...own, named: misfits(problems, words) };
  if (languageOf(words.locale) === language) return { what: message, next, named: null };
  return about === undefined ? { ...own, named: message, language } : { ...own, named: about };
}

/** A reason in the reader's language. */
export const told = (reason: Reason, { t }: WindowWords, part?: 'what' | 'next'): string =>
  spell(reason, (key, values) => t(key as Parameters<typeof t>[0], values), part);

const misfits = (problems: readonly ShapeProblem[], { t }: WindowWords): string =>
  problems
    .map(({ path, key, values }) => `${path.join('.') || t('problem.whole')} ${t(`shape.${key}`, values)}.`)
    .join(' ');

/** All of it under a field, in one line. */
export function inOneLine(error: unknown, words: WindowWords): string {
  const { what, next, named } = explain(asFieldbookError(error).toData(), words);
  return [what, next, named].filter(Boolean).join(' ');
}
