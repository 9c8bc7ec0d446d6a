import type en from '../../resources/texts/en/main.json';
import { byLanguage, languageOf, localeFor } from '../shared/model/languages.ts';
import { type Words, words } from '../shared/words.ts';

export type MainWords = Words<typeof en>;

const tables = byLanguage(
  import.meta.glob<typeof en>('../../resources/texts/*/main.json', { eager: true, import: 'default' }),
);

/** Words for menus and dialogs, in the language of the system. */
export function mainWords(systemLocale: string): MainWords {
  const language = languageOf(systemLocale);
  return words(tables[language], localeFor(systemLocale, language));
}
