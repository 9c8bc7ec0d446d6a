import type { Redacted, Redactor } from './redact.ts';

/** What is kept of user data: its length, its hash and what its credentials look like, never a line of it. */
export interface RedactedUserData extends Redacted {
  /** Assignments of a literal that looks like a credential, such as `export DB_PASSWORD=…`, by name. */
  assignments: Redacted[];
  /** True for gzip, which is not opened: then only a person can tell what is in it. */
  compressed: boolean;
}

/** A literal given to a name in a shell, PowerShell, YAML or JSON line. Values that start with `$`, `<` or `{` are none. */
const assignment =
  /^[ \t]*(?:-[ \t]+)?(?:export[ \t]+|set[ \t]+|\$env:)?["']?([a-z_][\w.-]*)["']?[ \t]*[=:][ \t]*["']?([^\s"'`$<{][^\s"']*)/gim;

/** Reduces user data, which the API gives in base64, to what may be stored. */
export function redactUserData(base64: string | undefined, redactor: Redactor): RedactedUserData | null {
  if (base64 === undefined) return null;
  const bytes = Buffer.from(base64, 'base64');
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = compressed ? base64 : bytes.toString('utf8');
  const assigned = Object.fromEntries(
    Array.from(text.matchAll(assignment), ([, name, value]) => [name!, value!]),
  );
  return {
    ...redactor.text('UserData', text)!,
    length: bytes.length,
    assignments: redactor.variables(assigned).filter((variable) => variable.credential !== null),
    compressed,
  };
}
