import { z } from 'zod';

/** Of resources/texts/<language>/shape.json. */
const keys = [
  'missing',
  'text',
  'number',
  'whole',
  'yesOrNo',
  'list',
  'group',
  'kind',
  'empty',
  'short',
  'long',
  'few',
  'many',
  'low',
  'above',
  'high',
  'below',
  'multiple',
  'choice',
  'day',
  'address',
  'written',
  'unknown',
  'aspect',
  'operator',
  'least',
  'bands',
  'goal',
  'unfit',
] as const;

/** What is wrong with one property: a text of a person's language instead of zod's sentence about types. */
export const shapeProblemSchema = z.object({
  key: z.enum(keys),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Names and places that lead to the property; empty for the whole. */
  path: z.array(z.union([z.string(), z.number()])),
});
export type ShapeProblem = z.infer<typeof shapeProblemSchema>;
type Said = Pick<ShapeProblem, 'key' | 'values'>;

/** What a value came to that does not fit its shape. */
export const shapeProblems = ({ issues }: z.core.$ZodError, value: unknown): ShapeProblem[] =>
  issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    return { ...said(issue, valueAt(value, path) === undefined), path };
  });

/** @param missing whether there was no value at all, which zod does not tell from a wrong one */
export function said(issue: z.core.$ZodIssue | z.core.$ZodRawIssue, missing: boolean): Said {
  if (missing) return only('missing');
  const known = issue as z.core.$ZodIssue;
  switch (known.code) {
    case 'invalid_type':
      return only(kinds[known.expected] ?? 'kind');
    case 'too_small':
      return tooSmall(known);
    case 'too_big':
      return tooBig(known);
    case 'not_multiple_of':
      return { key: 'multiple', values: { of: known.divisor } };
    case 'invalid_value':
      return { key: 'choice', values: { options: known.values.map(String).join(', ') } };
    case 'invalid_format':
      return only(formats[known.format] ?? 'written');
    case 'unrecognized_keys':
      return { key: 'unknown', values: { names: known.keys.join(', ') } };
    case 'custom':
      return only(ruleOf(known.params) ?? 'unfit');
    default:
      return only('unfit');
  }
}

/** A rule of a schema of ours, whose text it names: `refine(holds, { error, params: rule('bands') })`. */
export const rule = (name: (typeof keys)[number]) => ({ rule: name });
const ruleOf = (params: Record<string, unknown> | undefined) => keys.find((key) => key === params?.rule);

const only = (key: ShapeProblem['key']): Said => ({ key, values: {} });

const kinds: Partial<Record<string, ShapeProblem['key']>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesOrNo',
  array: 'list',
  object: 'group',
  record: 'group',
};

const formats: Partial<Record<string, ShapeProblem['key']>> = { date: 'day', url: 'address' };

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Said {
  const bound = Number(minimum);
  if (origin === 'string') return bound === 1 ? only('empty') : { key: 'short', values: { count: bound } };
  if (origin === 'array') return bound === 1 ? only('empty') : { key: 'few', values: { count: bound } };
  return { key: inclusive ? 'low' : 'above', values: { bound } };
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Said {
  const bound = Number(maximum);
  if (origin === 'string') return { key: 'long', values: { count: bound } };
  if (origin === 'array') return { key: 'many', values: { count: bound } };
  return { key: inclusive ? 'high' : 'below', values: { bound } };
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    value,
  );
