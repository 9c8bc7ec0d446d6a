/** What is kept of a value that may be a secret: never the value. */
export interface Redacted {
  name: string;
  length: number;
  /** Salted per engagement: the same secret in two places can be told, and nothing else. */
  hash: string;
  /** Which kind of credential the value looks like, or null. */
  credential: CredentialKind | null;
}

export type CredentialKind =
  | 'aws-access-key'
  | 'aws-secret-key'
  | 'private-key'
  | 'connection-string'
  | 'github-token'
  | 'slack-token'
  | 'stripe-key'
  | 'google-api-key'
  | 'jwt'
  | 'named-secret';

const patterns: [CredentialKind, RegExp][] = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['aws-access-key', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['github-token', /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})\b/],
  ['slack-token', /\bxox[abprs]-[\w-]{10,}/],
  ['stripe-key', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['google-api-key', /\bAIza[\w-]{35}\b/],
  ['jwt', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['connection-string', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s@/]{3,}@/i],
];

const secretName = /(secret|passw(or)?d|passwd|pwd|token|api_?key|private_?key|credential)/i;
/** Values that point to a secret and are none: ARNs, parameter paths, booleans, short numbers. */
const pointer = /^(arn:|\/|\$\{|\{\{|ssm:|secretsmanager:|https?:\/\/[^@]*$|true$|false$|\d{0,6}$)/i;

/** Says which credential a value looks like. The name alone is enough only when the value is no pointer. */
export function credentialIn(name: string, value: string): CredentialKind | null {
  for (const [kind, pattern] of patterns) if (pattern.test(value)) return kind;
  if (/secret_?access_?key/i.test(name) && /^[A-Za-z0-9/+=]{40}$/.test(value)) return 'aws-secret-key';
  return secretName.test(name) && value.length >= 8 && !pointer.test(value) ? 'named-secret' : null;
}

export interface Redactor {
  /** A set of named values, such as the environment of a function, without its values. */
  variables(values: Record<string, string | undefined> | undefined): Redacted[];
  /** A text that may hold secrets, such as user data. */
  text(name: string, value: string | undefined): Redacted | null;
}

export function redactorWith(hash: (value: string) => string): Redactor {
  const redact = (name: string, value: string): Redacted => ({
    name,
    length: value.length,
    hash: hash(value),
    credential: credentialIn(name, value),
  });
  return {
    variables: (values) =>
      Object.entries(values ?? {})
        .map(([name, value]) => redact(name, value ?? ''))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    text: (name, value) => (value === undefined ? null : redact(name, value)),
  };
}
