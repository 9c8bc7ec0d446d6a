import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import { type Language, languages } from '../model/languages.ts';

/** What people of the sample wrote. A plain string beside it is the same in every language: a name or a code. */
export type Words = Readonly<Record<Language, string>>;

/** The same with words in one language. */
export type Spoken<T> = T extends Words
  ? string
  : T extends (...given: never[]) => unknown
    ? T
    : T extends object
      ? { [Key in keyof T]: Spoken<T[Key]> }
      : T;

export function spoken<T>(value: T, language: Language): Spoken<T>;
export function spoken(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => spoken(one, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isWords(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoken(one, language)]));
}

const isWords = (value: object): value is Words =>
  languages.every((language) => typeof (value as Partial<Words>)[language] === 'string');

/** Of the open engagement: the sample is written in it. */
export const languageOf = async ({ engagement }: Client<Contract>): Promise<Language> =>
  (await engagement.overview({})).engagement.language;
