import { createContext, useContext } from 'react';
import { byLanguage, type Language, languageOf, localeFor } from '../shared/model/languages.ts';
import { type Words, words } from '../shared/words.ts';
import type { texts } from './texts/en.ts';

export type WindowWords = Words<typeof texts>;

/** A window loads the one language that it speaks. */
const tables = byLanguage(
  import.meta.glob<typeof texts>(['./texts/*.ts', '!./texts/pick.ts'], { import: 'texts' }),
);

/**
 * The window's words: of the engagement's language when one is open, because its findings are worded in it; of the
 * system's before; of the one that was chosen when somebody has. Numbers and dates are written as the system's region
 * does where it speaks that language.
 */
export async function windowWords(
  systemLocale: string,
  engagement: Language | undefined,
  chosen: Language | null = null,
): Promise<WindowWords> {
  const language = chosen ?? engagement ?? languageOf(systemLocale);
  return words(await tables[language](), localeFor(systemLocale, language));
}

/** Has the words fetched that a window without an engagement will ask for. */
export const expectWords = (systemLocale: string, chosen: Language | null): void =>
  void tables[chosen ?? languageOf(systemLocale)]();

export const WordsContext = createContext<WindowWords | undefined>(undefined);

export function useWords(): WindowWords {
  const known = useContext(WordsContext);
  if (!known) throw new Error('There are no words outside of WordsContext.');
  return known;
}
