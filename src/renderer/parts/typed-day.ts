/** Dates as they are typed: in the order of the reader's region, or as `YYYY-MM-DD` everywhere. */

const numeric = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });

type Part = 'day' | 'month' | 'year';

/** `2026-12-18` as 18/12/2026 or 12/18/2026. */
export const writtenDay = (day: string, locale: string): string => numeric(locale).format(new Date(day));

/** How a date is to be written, by the letters that the language has for its parts. */
export const patternOf = (locale: string, letters: Readonly<Record<Part, string>>): string =>
  numeric(locale)
    .formatToParts(0)
    .map(({ type, value }) => (type in letters ? letters[type as Part] : value))
    .join('');

/** What was typed as `YYYY-MM-DD`; null where it names no day. Any sign may stand between; two digits are a year of ours. */
export function readDay(text: string, locale: string): string | null {
  const numbers = text.trim().split(/\s*[-/.\s]\s*/);
  if (numbers.length !== 3 || !numbers.every((number) => /^\d{1,4}$/.test(number))) return null;
  const order: Part[] =
    numbers[0]!.length === 4
      ? ['year', 'month', 'day']
      : numeric(locale)
          .formatToParts(0)
          .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
  const typed = (part: Part) => numbers[order.indexOf(part)]!;
  const year = typed('year').length === 2 ? `20${typed('year')}` : typed('year');
  const day = [year, typed('month').padStart(2, '0'), typed('day').padStart(2, '0')].join('-');
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const time = Date.parse(day);
  // The 31st of February is read as a day of March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/** 0 is Sunday, as the calendar counts. */
export function firstDayOfWeek(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  type WithWeek = Intl.Locale & Partial<Record<'weekInfo', Week>> & { getWeekInfo?: () => Week };
  type Week = { firstDay: number };
  const here = new Intl.Locale(locale) as WithWeek;
  const { firstDay } = here.getWeekInfo?.() ?? here.weekInfo ?? { firstDay: 1 };
  return (firstDay % 7) as 0;
}

/** A day that many days or months away; of a shorter month the last. */
export function dayFrom(day: string, by: { days?: number; months?: number }): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const { days = 0, months = 0 } = by;
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last) + days)).toISOString().slice(0, 10);
}

/** The calendar's day where the person is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
