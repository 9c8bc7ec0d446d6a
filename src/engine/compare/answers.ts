import { z } from 'zod';
import type { JsonValue } from '../../shared/model/json.ts';

/** What is compared of an answer; whatever else it holds is left aside. */
const answerSchema = z.object({
  id: z.string(),
  level: z.union([z.number(), z.string()]).nullish(),
});

export interface AnswerChange {
  item: string;
  /** Null: not answered. */
  before: string | null;
  after: string | null;
}

/** Questions whose level is another one, in the order of their ids, and how many have the same. */
export function compareAnswers(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): { changes: AnswerChange[]; same: number } {
  const [was, is] = [levels(before), levels(after)];
  const changes: AnswerChange[] = [];
  let same = 0;
  for (const item of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const pair = { before: was.get(item) ?? null, after: is.get(item) ?? null };
    if (pair.before !== pair.after) changes.push({ item, ...pair });
    else if (pair.after !== null) same++;
  }
  return { changes, same };
}

const levels = (documents: readonly JsonValue[]): Map<string, string> =>
  new Map(
    documents.flatMap((document): [string, string][] => {
      const { success, data } = answerSchema.safeParse(document);
      return success && data.level !== null && data.level !== undefined
        ? [[data.id, String(data.level)]]
        : [];
    }),
  );
