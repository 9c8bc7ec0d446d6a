import en from '../../resources/texts/en/main.json' with { type: 'json' };
import es from '../../resources/texts/es/main.json' with { type: 'json' };
import { languageOf, localeFor, type Words, words } from '../shared/words.ts';

export type MainWords = Words<typeof en>;

/** Words for menus and dialogs, in the language of the system. */
export function mainWords(systemLocale: string): MainWords {
  const language = languageOf(systemLocale);
  return words({ en, es }[language], localeFor(systemLocale, language));
}
