const DAY = 86_400_000;

/** A day so many days later; both YYYY-MM-DD. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** A day as people write it. */
export const dayName = (day: string, locale: string): string =>
  new Date(day).toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

export interface Span {
  /** First day of the first month. */
  from: string;
  /** First day after the last month. */
  end: string;
  /** First days of the months. */
  months: string[];
}

/** The months that hold all dated things; null when nothing has dates. */
export function spanOf(items: readonly { from: string | null; to: string | null }[]): Span | null {
  const dated = items.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []));
  if (dated.length === 0) return null;
  const first = dated
    .map(({ from }) => from)
    .sort()[0]!
    .slice(0, 7);
  const last = dated
    .map(({ to }) => to)
    .sort()
    .at(-1)!
    .slice(0, 7);
  const months: string[] = [];
  // No timeline is longer than ten years: a year typed wrong must not draw thousands of months.
  for (let month = `${first}-01`; month.slice(0, 7) <= last && months.length < 120; month = nextMonth(month))
    months.push(month);
  return { from: months[0]!, end: nextMonth(months.at(-1)!), months };
}

const nextMonth = (day: string): string => `${daysLater(day, 32).slice(0, 7)}-01`;

/** Where a day is in a span, 0 to 1. */
export const placeIn = ({ from, end }: Span, day: string): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, end)));
