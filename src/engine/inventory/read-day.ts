/** What a cell says of a day: the day, the two that it may mean, or nothing that is a day. */
export type ReadDay = { day: string } | { either: [string, string] } | undefined;

/**
 * Days as `2027-03-31`, and as people of two continents write them. Which of two numbers is the month is told by the other
 * alone, when it is too large for one; a wrong guess would put a contract's end months away.
 */
export function readDay(text: string): ReadDay {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return either([dayOf(year, month!, day!)]);
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return last === undefined
    ? undefined
    : either([dayOf(last, second!, first!), dayOf(last, first!, second!)]);
}

function either(read: (string | undefined)[]): ReadDay {
  const [one, other] = [...new Set(read.filter((each) => each !== undefined))];
  if (one === undefined) return undefined;
  return other === undefined ? { day: one } : { either: [one, other] };
}

/** Undefined where the calendar has no such day. */
function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
