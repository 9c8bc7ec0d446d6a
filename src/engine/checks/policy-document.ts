import type { Verdict } from '../../shared/model/finding.ts';
import { unknown } from './check.ts';

/** A `Principal` entry: `{ type: 'AWS', id: 'arn:…' }`; the bare `"*"` has the type `*`. */
export interface Principal {
  type: string;
  id: string;
}

export interface Condition {
  /** As written, such as `StringEquals` or `ForAnyValue:StringLike`. */
  operator: string;
  /** As written; condition keys are compared without regard to case. */
  key: string;
  values: string[];
}

/** One statement of an IAM policy, every single value made a list. Elements that are absent are empty lists. */
export interface Statement {
  sid?: string;
  effect: 'Allow' | 'Deny';
  principals: Principal[];
  notPrincipals: Principal[];
  actions: string[];
  notActions: string[];
  resources: string[];
  notResources: string[];
  conditions: Condition[];
}

/** Thrown for a document that is none: an unreadable policy must never look like an empty one. */
export class PolicyDocumentError extends Error {
  /** What is wrong and where, such as `Statement[0].Effect is neither Allow nor Deny`. */
  readonly problem: string;

  constructor(problem: string) {
    super(`The policy document cannot be read: ${problem}`);
    this.problem = problem;
  }
}

/** The statements of a policy: an object, JSON text, or URL-encoded JSON text as IAM gives it. */
export function statements(document: unknown): Statement[] {
  const policy = record(typeof document === 'string' ? parse(document) : document, 'the document');
  if (policy.Statement === undefined) throw new PolicyDocumentError('Statement is missing');
  const list = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  return list.map((entry, index) => statement(entry, `Statement[${index}]`));
}

/**
 * Judges a policy by its statements. A document that cannot be read gives `unknown` with the reason
 * `policy-malformed` and what is wrong as `problem`.
 */
export function judgePolicy<V extends Verdict | Verdict[]>(
  document: unknown,
  judge: (statements: Statement[]) => V,
): V | Verdict {
  let read: Statement[];
  try {
    read = statements(document);
  } catch (error) {
    if (error instanceof PolicyDocumentError) return unknown('policy-malformed', { problem: error.problem });
    throw error;
  }
  return judge(read);
}

function parse(text: string): unknown {
  // JSON starts with a brace, URL-encoded JSON with %7B; decoding plain JSON would break on a % inside.
  const json = text.trimStart().startsWith('{') ? text : decode(text);
  try {
    return JSON.parse(json);
  } catch {
    throw new PolicyDocumentError('it is not JSON');
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PolicyDocumentError('it is neither JSON nor URL-encoded');
  }
}

function statement(value: unknown, where: string): Statement {
  const entry = record(value, where);
  const { Effect: effect, Sid: sid } = entry;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new PolicyDocumentError(`${where}.Effect is neither Allow nor Deny`);
  if (entry.Action === undefined && entry.NotAction === undefined)
    throw new PolicyDocumentError(`${where} has neither Action nor NotAction`);
  return {
    ...(typeof sid === 'string' && { sid }),
    effect,
    principals: principals(entry.Principal, `${where}.Principal`),
    notPrincipals: principals(entry.NotPrincipal, `${where}.NotPrincipal`),
    actions: strings(entry.Action, `${where}.Action`),
    notActions: strings(entry.NotAction, `${where}.NotAction`),
    resources: strings(entry.Resource, `${where}.Resource`),
    notResources: strings(entry.NotResource, `${where}.NotResource`),
    conditions: conditions(entry.Condition, `${where}.Condition`),
  };
}

function principals(value: unknown, where: string): Principal[] {
  if (value === undefined) return [];
  if (typeof value === 'string') {
    if (value !== '*') throw new PolicyDocumentError(`${where} is a text other than *`);
    return [{ type: '*', id: '*' }];
  }
  return Object.entries(record(value, where)).flatMap(([type, ids]) =>
    strings(ids, `${where}.${type}`).map((id) => ({ type, id })),
  );
}

function conditions(value: unknown, where: string): Condition[] {
  if (value === undefined) return [];
  return Object.entries(record(value, where)).flatMap(([operator, keys]) =>
    Object.entries(record(keys, `${where}.${operator}`)).map(([key, values]) => ({
      operator,
      key,
      values: strings(values, `${where}.${operator}.${key}`),
    })),
  );
}

/** Values may be written as booleans or numbers; IAM compares them as texts. */
function strings(value: unknown, where: string): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((entry) => {
    if (!['string', 'boolean', 'number'].includes(typeof entry))
      throw new PolicyDocumentError(`${where} holds something other than text`);
    return String(entry);
  });
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyDocumentError(`${where} is not an object`);
  return value as Record<string, unknown>;
}

/** `Principal: "*"` and `{ "AWS": "*" }` mean the same: anybody, signed in or not. */
export const isEveryone = ({ type, id }: Principal): boolean =>
  id === '*' && (type === '*' || type === 'AWS');

/**
 * True when a statement lets anybody in: it allows `*`, or all but some by NotPrincipal, and no condition limits
 * who calls or from where. Follows what S3 calls public, applied to all resource policies.
 */
export const isPublic = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  (statement.principals.some(isEveryone) || statement.notPrincipals.length > 0) &&
  !statement.conditions.some(limitsCaller);

/** True when a statement allows every action on every resource. Conditions do not change what it can do. */
export const grantsAdmin = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  statement.actions.some((action) => /^\*+(:\*+)?$/.test(action)) &&
  statement.resources.some((resource) => /^\*+$/.test(resource));

/**
 * True when everybody is denied every action (or every S3 action) over plain HTTP. With `resources`, each of these
 * ARNs must be under such a statement: a bucket needs itself and its objects, `arn:…:bucket` and `arn:…:bucket/*`.
 */
export function deniesInsecureTransport(
  statements: readonly Statement[],
  resources: readonly string[] = [],
): boolean {
  const denials = statements.filter(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.principals.some(isEveryone) &&
      statement.actions.some((action) => /^(\*|s3:\*)$/i.test(action)) &&
      // A further condition would narrow the denial.
      statement.conditions.length === 1 &&
      statement.conditions.every(isInsecureTransport),
  );
  const covered = (arn: string) =>
    denials.some((statement) => statement.resources.some((pattern) => matches(pattern, arn)));
  return denials.length > 0 && resources.every(covered);
}

const isInsecureTransport = ({ operator, key, values }: Condition): boolean =>
  /^Bool(IfExists)?$/i.test(operator) &&
  key.toLowerCase() === 'aws:securetransport' &&
  values.some((value) => value.toLowerCase() === 'false');

/** IAM's wildcards: `*` any run of characters, `?` any one. */
export function matches(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

type Limit = (value: string, wildcards: boolean) => boolean;

/** A text without wildcards, where the operator knows them. */
const literal: Limit = (value, wildcards) => value !== '' && !(wildcards && /[*?]/.test(value));

/** An ARN that names its account, or where ARNs of the service have none, its resource. */
const arn: Limit = (value, wildcards) => {
  const [prefix, , service, , account, ...resource] = value.split(':');
  if (prefix !== 'arn' || !service || account === undefined) return false;
  if (account !== '') return literal(account, wildcards);
  return literal(resource.join(':').split('/')[0]!, wildcards);
};

/** A path of an organization, which names the organization first. */
const organizationPath: Limit = (value, wildcards) => literal(value.split('/')[0]!, wildcards);

/** S3 takes ranges wider than /8 of IPv4 and /32 of IPv6 for the whole internet, private ranges left out. */
const addressRange: Limit = (value) => {
  const [address = '', prefix] = value.split('/');
  const widest = address.includes(':') ? 32 : 8;
  return prefix === undefined || Number(prefix) >= widest;
};

/** Condition keys that say who calls or from where, and what their values must be like to limit it. */
const limits: Record<string, Limit> = {
  'aws:principalaccount': literal,
  'aws:principalarn': arn,
  'aws:principalorgid': literal,
  'aws:principalorgpaths': organizationPath,
  'aws:sourceaccount': literal,
  'aws:sourcearn': arn,
  'aws:sourceip': addressRange,
  'aws:sourceorgid': literal,
  'aws:sourceorgpaths': organizationPath,
  'aws:sourceowner': literal,
  'aws:sourcevpc': literal,
  'aws:sourcevpcarn': arn,
  'aws:sourcevpce': literal,
  'aws:userid': (value, wildcards) => literal(value.split(':')[0]!, wildcards),
  'aws:vpceaccount': literal,
  'aws:vpceorgid': literal,
  'aws:vpceorgpaths': organizationPath,
  'aws:vpcsourceip': addressRange,
  'kms:calleraccount': literal,
  'lambda:eventsourcetoken': literal,
  's3:dataaccesspointaccount': literal,
  's3:dataaccesspointarn': arn,
};

/**
 * Operators that need the key to be there and to match. `…IfExists`, `ForAllValues:` and `Null` are true of a
 * request without the key, and the negative ones let all but a few in.
 */
const matching =
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i;

function limitsCaller({ operator, key, values }: Condition): boolean {
  const limit = limits[key.toLowerCase()];
  if (!limit || !matching.test(operator) || values.length === 0) return false;
  const wildcards = /Like$|Arn/i.test(operator);
  return values.every((value) => {
    const variable = /\$\{([^}]*)\}/.exec(value)?.[1];
    // The owner's own account or organization limits; what the caller says of itself does not.
    if (variable) return /^aws:resource(account|orgid|orgpaths)\b/i.test(variable);
    return limit(value, wildcards);
  });
}
