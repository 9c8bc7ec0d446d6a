import type { Book } from './book.ts';

/** Without case and accents, so that 'politica' finds 'Política'. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Ids of the items that hold all the words somewhere: in their question, explanation, levels, id, references or note. */
export function searchItems(book: Book, text: string): string[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return [...book.items.values()]
    .filter((item) => {
      const { question, why, levels } = book.wordsOf(item.id);
      const note = book.answer(item.id)?.note ?? '';
      const whole = folded([item.id, question, why, ...levels, ...item.references, note].join('\n'));
      return wanted.every((word) => whole.includes(word));
    })
    .map(({ id }) => id);
}
