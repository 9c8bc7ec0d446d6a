import { createContext, useContext } from 'react';
import enFindings from '../../resources/texts/en/findings.json' with { type: 'json' };
import enWindow from '../../resources/texts/en/window.json' with { type: 'json' };
import esFindings from '../../resources/texts/es/findings.json' with { type: 'json' };
import esWindow from '../../resources/texts/es/window.json' with { type: 'json' };
import type { Language } from '../shared/model/engagement.ts';
import { languageOf, localeFor, type Words, words } from '../shared/words.ts';

const pick = <F extends { aspects: object; severities: object; outcomes: object }>(findings: F) => ({
  aspectNames: findings.aspects as F['aspects'],
  severities: findings.severities as F['severities'],
  outcomes: findings.outcomes as F['outcomes'],
});
const en = { ...enWindow, ...pick(enFindings) };
const es = { ...esWindow, ...pick(esFindings) };

export type WindowWords = Words<typeof en>;

/**
 * Words for the window: of the engagement's language when one is open, because its findings are worded in it; of the
 * system's before. Numbers and dates are written as the system's region does where it speaks that language.
 */
export function windowWords(systemLocale: string, engagement: Language | undefined): WindowWords {
  const language = engagement ?? languageOf(systemLocale);
  return words({ en, es }[language], localeFor(systemLocale, language));
}

export const WordsContext = createContext<WindowWords>(windowWords('en-US', undefined));

export const useWords = (): WindowWords => useContext(WordsContext);
