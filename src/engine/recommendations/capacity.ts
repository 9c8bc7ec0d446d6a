/** Work with its first and last day, YYYY-MM-DD, in person-days. */
export interface Booking {
  from: string;
  to: string;
  effort: number;
}

const DAY = 86_400_000;
/** Nothing is planned over more days than this: a year typed wrong must not walk through centuries. */
const MOST_DAYS = 366 * 20;

/** Person-days by month, YYYY-MM: each spread evenly over its working days, Monday to Friday. */
export function bookedByMonth(bookings: readonly Booking[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const { from, to, effort } of bookings) {
    const days = workingDays(from, to);
    for (const day of days) {
      const month = day.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + effort / days.length);
    }
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The working days of a span; one without any is worked on at its first day. */
function workingDays(from: string, to: string): string[] {
  const start = Date.parse(from);
  const end = Math.min(Date.parse(to), start + MOST_DAYS * DAY);
  const days: string[] = [];
  for (let at = start; at <= end; at += DAY) {
    const date = new Date(at);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days.length > 0 ? days : [from];
}
