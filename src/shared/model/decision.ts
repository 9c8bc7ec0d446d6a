import { z } from 'zod';

/** What can be decided of a finding. The first two close it; the others leave it failing, and say what is meant. */
export const decisionVerdicts = ['accepted-risk', 'false-positive', 'will-fix', 'fixed-elsewhere'] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

/** A finding under one of these is not open. */
export const closingVerdicts = [
  'accepted-risk',
  'false-positive',
] as const satisfies readonly DecisionVerdict[];
export type ClosingVerdict = (typeof closingVerdicts)[number];
export const closes = (verdict: DecisionVerdict | DecisionState): boolean =>
  (closingVerdicts as readonly string[]).includes(verdict);

/** Where a finding stands by what was decided of it; `expired`: it was, and no more. */
export const decisionStates = ['none', ...decisionVerdicts, 'expired'] as const;
export type DecisionState = (typeof decisionStates)[number];

const resource = z.object({ account: z.string(), region: z.string(), type: z.string(), arn: z.string() });

/** What makes a finding the same in every snapshot (docs/decisions/identity.md); the name is there to be read. */
export const findingIdentitySchema = z.object({
  check: z.string(),
  resource: resource.extend({ name: z.string() }),
  subKey: z.string().default(''),
});
export type FindingIdentity = z.infer<typeof findingIdentitySchema>;

/** What a decision is about. */
export const decisionScopeSchema = z.discriminatedUnion('kind', [
  findingIdentitySchema.extend({ kind: z.literal('finding') }),
  z.object({ kind: z.literal('resource'), resource: findingIdentitySchema.shape.resource }),
  z.object({ kind: z.literal('check'), check: z.string() }),
  /** Resources that carry the tag with that very value; `check` null: whatever the check. */
  z.object({
    kind: z.literal('tag'),
    key: z.string().min(1),
    value: z.string(),
    check: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('account'), account: z.string(), check: z.string().nullable().default(null) }),
]);
export type DecisionScope = z.infer<typeof decisionScopeSchema>;
export type ScopeKind = DecisionScope['kind'];
export const scopeKinds = [
  'finding',
  'resource',
  'check',
  'tag',
  'account',
] as const satisfies readonly ScopeKind[];

/** What was decided of findings. There is one for each scope: deciding again replaces it. */
export const decisionSchema = z.object({
  id: z.string(),
  scope: decisionScopeSchema,
  verdict: z.enum(decisionVerdicts),
  reason: z.string().trim().min(1).max(4000),
  /** Who answers for it; may be empty. */
  owner: z.string().trim().max(200).default(''),
  /** The last day on which it holds, in UTC; null: it holds until it is lifted. */
  expires: z.iso.date().nullable(),
  decidedAt: z.iso.datetime(),
  decidedBy: z.string(),
});
export type Decision = z.output<typeof decisionSchema>;

/** The same text for the same scope, whatever the resource was called. */
export function scopeKey(scope: DecisionScope): string {
  const of = (r: FindingIdentity['resource']) => [r.account, r.region, r.type, r.arn];
  switch (scope.kind) {
    case 'finding':
      return JSON.stringify(['finding', scope.check, ...of(scope.resource), scope.subKey]);
    case 'resource':
      return JSON.stringify(['resource', ...of(scope.resource)]);
    case 'check':
      return JSON.stringify(['check', scope.check]);
    case 'tag':
      return JSON.stringify(['tag', scope.key, scope.value, scope.check]);
    case 'account':
      return JSON.stringify(['account', scope.account, scope.check]);
  }
}

/** A smaller number is a narrower scope: one finding before all of a resource, one check in a place before everywhere. */
export function width(scope: DecisionScope): number {
  switch (scope.kind) {
    case 'finding':
      return 0;
    case 'resource':
      return 1;
    case 'tag':
      return scope.check === null ? 5 : 2;
    case 'account':
      return scope.check === null ? 6 : 3;
    case 'check':
      return 4;
  }
}

/** Whether it still holds on a day (`YYYY-MM-DD`, UTC): it does on its last day. */
export const inForce = ({ expires }: Pick<Decision, 'expires'>, today: string): boolean =>
  expires === null || expires >= today;

/** What a finding is, as far as decisions ask. Tags are those of its resource in the snapshot; none that were read: null. */
export interface DecisionTarget extends FindingIdentity {
  tags: Readonly<Record<string, string>> | null;
}

export function covers(scope: DecisionScope, { check, resource, subKey, tags }: DecisionTarget): boolean {
  switch (scope.kind) {
    case 'finding':
      return scope.check === check && scope.subKey === subKey && sameResource(scope.resource, resource);
    case 'resource':
      return sameResource(scope.resource, resource);
    case 'check':
      return scope.check === check;
    case 'tag':
      return (
        (scope.check ?? check) === check &&
        tags !== null &&
        Object.hasOwn(tags, scope.key) &&
        tags[scope.key] === scope.value
      );
    case 'account':
      return (scope.check ?? check) === check && scope.account === resource.account;
  }
}

const sameResource = (a: FindingIdentity['resource'], b: FindingIdentity['resource']): boolean =>
  a.arn === b.arn && a.type === b.type && a.account === b.account && a.region === b.region;

/**
 * Below zero when the first goes before the second: one in force before one that has expired, then the narrower scope,
 * then the newer.
 */
export function precedence(today: string): (a: Decision, b: Decision) => number {
  return (a, b) =>
    Number(inForce(b, today)) - Number(inForce(a, today)) ||
    width(a.scope) - width(b.scope) ||
    (a.decidedAt === b.decidedAt ? (a.id > b.id ? -1 : 1) : a.decidedAt > b.decidedAt ? -1 : 1);
}

/**
 * The decision that applies to a finding on a day, or the one that did last when all that cover it have expired. Nothing
 * but what is given decides. `decisions/column.ts` gives the same for half a million findings.
 */
export function decisionOf(
  decisions: readonly Decision[],
  target: DecisionTarget,
  today: string,
): Decision | undefined {
  return decisions.filter(({ scope }) => covers(scope, target)).sort(precedence(today))[0];
}

export const stateOf = (decision: Decision | undefined, today: string): DecisionState =>
  decision === undefined ? 'none' : inForce(decision, today) ? decision.verdict : 'expired';
