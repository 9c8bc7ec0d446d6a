import { Unread } from './estate.ts';

/**
 * The first answer that there is. A question whose data was not read counts only when no other one settles the
 * matter: then the verdict is `unknown`, as if it had been asked alone. The one place that holds an Unread back.
 */
export function firstOf<T>(...questions: (() => T | undefined)[]): T | undefined {
  let unread: Unread | undefined;
  for (const ask of questions) {
    try {
      const answer = ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      unread ??= error;
    }
  }
  if (unread) throw unread;
  return undefined;
}

/** True when one question says yes, false when all say no; Unread when those that were read say no. */
export const anyOf = (...questions: (() => boolean)[]): boolean =>
  firstOf(...questions.map((ask) => () => ask() || undefined)) ?? false;
