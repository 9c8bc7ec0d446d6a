import { z } from 'zod';
import { rule } from '../shape.ts';
import { aspects } from './aspect.ts';
import { closingVerdicts, decisionStates } from './decision.ts';
import { severities, statuses } from './finding.ts';

/** Properties of which a finding has one of a few values. */
export const facetNames = [
  'check',
  'aspect',
  'severity',
  'status',
  'decision',
  'account',
  'region',
  'type',
] as const;
export type FacetName = (typeof facetNames)[number];

export const operators = ['is', 'is-not', 'contains', 'at-least'] as const;
export type Operator = (typeof operators)[number];

/**
 * What can be asked of a property. `resource` is its name or its ARN; `saving` a month in whole units of its currency;
 * `text` a part of the resource's name or ARN, or of the check's id or title.
 */
export const operatorsOf = {
  text: ['contains'],
  status: ['is', 'is-not'],
  decision: ['is', 'is-not'],
  severity: ['is', 'is-not', 'at-least'],
  aspect: ['is', 'is-not'],
  check: ['is', 'is-not', 'contains'],
  resource: ['contains', 'is', 'is-not'],
  type: ['is', 'is-not', 'contains'],
  account: ['is', 'is-not'],
  region: ['is', 'is-not', 'contains'],
  saving: ['at-least'],
} as const satisfies Record<string, readonly Operator[]>;
export type FindingProperty = keyof typeof operatorsOf;
export const findingProperties = Object.keys(operatorsOf) as FindingProperty[];

/** One property against values, of which any may do. Letters are compared whatever their case. */
export const findingTestSchema = z
  .object({
    property: z.enum(findingProperties as [FindingProperty, ...FindingProperty[]]),
    operator: z.enum(operators),
    values: z.array(z.string()).min(1),
  })
  .refine(({ property, operator }) => (operatorsOf[property] as readonly Operator[]).includes(operator), {
    error: 'That cannot be asked of this property',
    params: rule('operator'),
  })
  .refine(
    ({ property, operator, values: [least] }) =>
      operator !== 'at-least' ||
      (property === 'severity'
        ? (severities as readonly string[]).includes(least!)
        : least!.trim() !== '' && Number(least) >= 0),
    { error: 'At least needs a severity or an amount', params: rule('least') },
  );
export type FindingTest = z.infer<typeof findingTestSchema>;

/** Tests joined by and / or. No test at all lets everything through an `and` and nothing through an `or`. */
export type FindingExpression = FindingTest | { and: FindingExpression[] } | { or: FindingExpression[] };
export const findingExpressionSchema: z.ZodType<FindingExpression, FindingExpression> = z.lazy(() =>
  z.union([
    findingTestSchema,
    z.strictObject({ and: z.array(findingExpressionSchema) }),
    z.strictObject({ or: z.array(findingExpressionSchema) }),
  ]),
);

/** Which findings, by lists of values that must all fit; one that is left out or empty lets everything through. */
export const findingFilterSchema = z.object({
  status: z.array(z.enum(statuses)).optional(),
  severity: z.array(z.enum(severities)).optional(),
  decision: z.array(z.enum(decisionStates)).optional(),
  aspect: z.array(z.enum(aspects)).optional(),
  check: z.array(z.string()).optional(),
  account: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  type: z.array(z.string()).optional(),
  /** Only those with an amount of money. */
  saving: z.boolean().optional(),
  text: z.string().optional(),
  /** Whatever lists of values cannot say. */
  where: findingExpressionSchema.optional(),
});
export type FindingFilter = z.infer<typeof findingFilterSchema>;

/** The filter as one expression. */
export function expressionOf({ saving, text, where, ...lists }: FindingFilter): FindingExpression {
  const tests: FindingExpression[] = Object.entries(lists).flatMap(([property, values]) =>
    values && values.length > 0
      ? [{ property: property as FacetName, operator: 'is' as const, values: values as string[] }]
      : [],
  );
  if (saving) tests.push({ property: 'saving', operator: 'at-least', values: ['0'] });
  if (text) tests.push({ property: 'text', operator: 'contains', values: [text] });
  if (where) tests.push(where);
  return tests.length === 1 ? tests[0]! : { and: tests };
}

/** What is open: it fails, and nobody has accepted it or called it false. */
export const openTests = [
  { property: 'status', operator: 'is', values: ['fail'] },
  { property: 'decision', operator: 'is-not', values: [...closingVerdicts] },
] as const satisfies readonly FindingTest[];
export const openFilter: FindingFilter = {
  where: { and: openTests.map((test) => ({ ...test, values: [...test.values] })) },
};

/** A token of the filter that a person writes: a test, and how it is joined to the one before. */
export const filterTokenSchema = z.intersection(
  findingTestSchema,
  z.object({ join: z.enum(['and', 'or']).optional() }),
);
export type FilterToken = z.infer<typeof filterTokenSchema>;

/** As everybody reads it: `and` binds more tightly than `or`. */
export function expressionOfTokens(tokens: readonly FilterToken[]): FindingExpression | undefined {
  if (tokens.length === 0) return undefined;
  const groups: FindingTest[][] = [];
  for (const { join, ...test } of tokens) {
    if (groups.length === 0 || join === 'or') groups.push([test]);
    else groups.at(-1)!.push(test);
  }
  const parts = groups.map((group) => (group.length === 1 ? group[0]! : { and: group }));
  return parts.length === 1 ? parts[0] : { or: parts };
}

export const findingSortSchema = z.object({
  by: z.enum([
    'severity',
    'saving',
    'resource',
    'check',
    'account',
    'region',
    'status',
    'type',
    'aspect',
    'decision',
  ]),
  direction: z.enum(['asc', 'desc']),
});
export type FindingSort = z.infer<typeof findingSortSchema>;

/** What findings can be put together by. */
export const groupNames = [...facetNames, 'resource'] as const;
export type GroupName = (typeof groupNames)[number];

/** A way to look at findings that a person gave a name. */
export const findingViewSchema = z.object({
  filter: z.array(filterTokenSchema),
  sort: findingSortSchema,
  group: z.enum(groupNames).nullable(),
});
export type FindingView = z.infer<typeof findingViewSchema>;

/** Which findings of a filter an action is for: some by number, or all but some. */
export const findingChoiceSchema = z.object({
  filter: findingFilterSchema.default({}),
  only: z.array(z.int()).optional(),
  except: z.array(z.int()).optional(),
});
export type FindingChoice = z.infer<typeof findingChoiceSchema>;
