/** A calendar date as the reader writes it; the same day everywhere on earth. */
export const dayInWords = (day: string, locale: string): string =>
  new Date(day).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
