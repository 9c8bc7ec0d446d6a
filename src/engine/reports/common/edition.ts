import type { Aspect } from '../../../shared/model/aspect.ts';
import type { Severity } from '../../../shared/model/finding.ts';
import { formatMoney, type Micros } from '../../../shared/model/money.ts';
import { formatPercent } from '../../../shared/words.ts';
import type { Texts } from '../../texts.ts';
import { type Theme, themeOf } from '../layout/theme.ts';
import type { ReportInput } from './input.ts';

/** A report in one language: the input, its words and its colours. All sections are made from it. */
export interface Edition<Input extends ReportInput = ReportInput> {
  input: Input;
  texts: Texts;
  theme: Theme;
  /** A text of this kind of report or, where it has none of its own, of all reports. */
  say(key: string, values?: Record<string, unknown>): string;
  number(value: number): string;
  /** A share from 0 to 1. */
  percent(share: number): string;
  money(amount: Micros): string;
  /** A moment or a day, written out; UTC. */
  date(iso: string): string;
  /** The same in figures, for tables. */
  day(iso: string): string;
  /** Title of a check by its id. */
  checkTitle(id: string): string;
  accountName(id: string): string;
  aspectName(aspect: Aspect): string;
  severityName(severity: Severity): string;
}

/** `own`: the table of texts of this kind of report, which goes before the one of all reports. */
export function editionOf<Input extends ReportInput>(
  input: Input,
  texts: Texts,
  own: string,
): Edition<Input> {
  const whole = new Intl.NumberFormat(texts.locale);
  const long = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const medium = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const names = new Map(input.snapshot.accounts.map((account) => [account.id, account.name]));
  return {
    input,
    texts,
    theme: themeOf(input.branding.accent, input.branding.titleFont),
    say: (key, values) => texts.t(`${texts.has(`${own}.${key}`, values) ? own : 'report'}.${key}`, values),
    number: (value) => whole.format(value),
    percent: (share) => formatPercent(share, texts.locale),
    money: (amount) => formatMoney(amount, 'USD', texts.locale),
    date: (iso) => long.format(new Date(iso)),
    day: (iso) => medium.format(new Date(iso)),
    checkTitle: (id) => texts.t(`checks.${id}.title`),
    accountName: (id) => names.get(id) ?? id,
    aspectName: (aspect) => texts.t(`findings.aspects.${aspect}`),
    severityName: (severity) => texts.t(`findings.severities.${severity}`),
  };
}
