import { z } from 'zod';

/** Why something cannot be done: a sentence of resources/texts/<language>/refusals.json by its name. */
export interface Reason {
  key: string;
  /** What the sentence names. A reason among them is told within it, as that of another profile. */
  values: Record<string, string | number | Reason>;
}

export const reasonSchema: z.ZodType<Reason> = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => reasonSchema)])),
});

/** In the words of whoever shows it. `part`: of a sentence with what to do next, which of the two. */
export function spell(
  { key, values }: Reason,
  t: (key: string, values: Record<string, string | number>) => string,
  part?: 'what' | 'next',
): string {
  const told = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object' ? spell(value, t) : value,
  ]);
  return t(part ? `refusals.${key}.${part}` : `refusals.${key}`, Object.fromEntries(told));
}
