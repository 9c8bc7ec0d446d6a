import { formatMoney } from './model/money.ts';

/** A table of texts: nested objects whose leaves are sentences, as in resources/texts. */
export type TextTable = { readonly [key: string]: string | TextTable };

/** Keys of all sentences in a table, joined by dots; plural forms go by the name before `_one` and `_other`. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];
type Singular<K extends string> = K extends `${infer Name}_${'one' | 'other'}` ? Name : K;

export type Values = Record<string, string | number>;

export interface Words<T> {
  /** BCP 47 tag for numbers and dates. */
  locale: string;
  /** Throws on a key that does not exist. `count` chooses the plural form. */
  t(key: TextKey<T>, values?: Values): string;
  number(value: number): string;
  /** A share of 1 with one decimal, rounded down: only what is whole reads 100%. */
  percent(share: number): string;
  /** Whole units of the currency: for headlines, where cents are noise. */
  money(micros: number): string;
  /** ISO 8601 in, date and time of the reader's own clock out. */
  moment(iso: string): string;
}

/**
 * The window's words: the same notation as the engine's texts (`{{x}}`, `{{x, number}}`, `{{x, percent}}`,
 * `{{x, money}}`, `{{x, price}}` with its cents, `{{x, moment}}`, plurals in `_one` and `_other`), without the weight of a library.
 */
export function words<T extends TextTable>(table: T, locale: string): Words<T> {
  const plural = new Intl.PluralRules(locale);
  const format: Record<string, (value: string | number) => string> = {
    number: (value) => Number(value).toLocaleString(locale, { maximumFractionDigits: 2 }),
    percent: (value) => formatPercent(Number(value), locale),
    money: (value) => formatMoney(Number(value), 'USD', locale, { digits: 0 }),
    price: (value) => formatMoney(Number(value), 'USD', locale),
    moment: (value) => new Date(value).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  };
  // Languages with a form of their own for millions use the ordinary plural here.
  const formOf = (count: number) => (plural.select(count) === 'one' ? 'one' : 'other');
  const find = (key: string): string => {
    const found = key
      .split('.')
      .reduce<string | TextTable | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : undefined),
        table,
      );
    if (typeof found !== 'string') throw new Error(`No text for '${key}' in '${locale}'`);
    return found;
  };
  return {
    locale,
    t(key, values = {}) {
      const form = typeof values.count === 'number' ? `${key}_${formOf(values.count)}` : key;
      return find(form).replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, how?: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`The text '${form}' needs '${name}'`);
        return how ? format[how]!(value) : String(value);
      });
    },
    number: format.number!,
    percent: format.percent!,
    money: format.money!,
    moment: format.moment!,
  };
}

/**
 * A share of 1 with one decimal, rounded down: not quite all is not all, and one coverage reads the same in the window,
 * the terminal and the report.
 */
export function formatPercent(share: number, locale: string): string {
  const shown = Math.floor(share * 1000) / 1000;
  const digits = shown === 0 || shown === 1 ? 0 : 1;
  return shown.toLocaleString(locale, { style: 'percent', minimumFractionDigits: digits });
}
