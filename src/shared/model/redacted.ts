/** What is stored in place of a value that may be a secret; made in src/engine/collectors/redact.ts. */
export interface RedactedValue {
  name: string;
  length: number;
  hash: string;
  credential: string | null;
}

/** Tells what was redacted at collection from properties that AWS gave. */
export function isRedacted(value: unknown): value is RedactedValue {
  if (typeof value !== 'object' || value === null) return false;
  const { name, length, hash, credential } = value as Partial<Record<string, unknown>>;
  return (
    typeof name === 'string' &&
    typeof length === 'number' &&
    typeof hash === 'string' &&
    /^[0-9a-f]{16}$/.test(hash) &&
    (credential === null || typeof credential === 'string')
  );
}
