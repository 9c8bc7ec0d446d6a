import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { homes, type Language, languages } from '../shared/model/languages.ts';
import { type Currency, formatMoney } from '../shared/model/money.ts';
import { resourcesFolder } from './resources.ts';

/** Words of one language. Keys are the folders and files below resources/texts/<language>, then the file's own. */
export interface Texts {
  language: Language;
  /** BCP 47 tag for numbers and dates. */
  locale: string;
  /** Throws on a key or a value that does not exist: a text with a hole must not reach a client. */
  t(key: string, values?: Record<string, unknown>): string;
  /** A text that is a list, such as the steps of a check. */
  list(key: string): string[];
  /** A part of the tree as it is, such as all words of a recommendation. */
  table(key: string): unknown;
  /** `values` decide about the forms of a plural. */
  has(key: string, values?: Record<string, unknown>): boolean;
}

/** All texts of a language, by folder and file: `checks/ec2.json` is below `checks`. */
export function loadTexts(language: Language): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  const folder = join(resourcesFolder, 'texts', language);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      // The files of a folder are one table: checks/ec2.json and checks/iam.json are both `checks`.
      tree[entry.name] = Object.assign(
        {},
        ...readdirSync(join(folder, entry.name))
          .sort()
          .map((file) => readJson(join(folder, entry.name, file))),
      );
    } else tree[basename(entry.name, '.json')] = readJson(join(folder, entry.name));
  }
  return tree;
}

const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;

const loaded = new Map<Language, Texts>();

export function textsOf(language: Language): Texts {
  const known = loaded.get(language);
  if (known) return known;
  const locale = homes[language];
  const instance: i18n = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: false,
    showSupportNotice: false,
    initAsync: false,
    resources: { [language]: { translation: loadTexts(language) } },
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, [, name]: RegExpExecArray) => {
      throw new Error(`The text '${text}' needs '${name!.trim()}' in '${language}'`);
    },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`No text for '${key}' in '${language}'`);
    },
  } as Parameters<typeof instance.init>[0]);
  const formatter = instance.services.formatter!;
  const currency: Currency = 'USD';
  formatter.add('money', (value: number) => formatMoney(value, currency, locale));
  formatter.add('number', (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 }));
  formatter.add('date', (value: string) =>
    new Date(value).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  formatter.add('list', (value: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(value),
  );
  const texts: Texts = {
    language,
    locale,
    t: (key, values = {}) => instance.t(key, values),
    list: (key) => instance.t(key, { returnObjects: true }) as unknown as string[],
    table: (key) => instance.t(key, { returnObjects: true }),
    has: (key, values = {}) => instance.exists(key, values),
  };
  loaded.set(language, texts);
  return texts;
}

export const allTexts = (): Texts[] => languages.map(textsOf);
