import { createHash } from 'node:crypto';

/** Crockford's base 32: no letter is taken for another when a reference is read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Short name of a finding, the same in every snapshot and file: 50 bits of a hash of its identity, such as
 * `FB-7K3Q2-X2MA9`.
 */
export function findingReference(check: string, type: string, arn: string, subKey: string): string {
  const digest = createHash('sha256').update([check, type, arn, subKey].join('\0')).digest();
  let bits = digest.readBigUInt64BE() >> 14n;
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `FB-${text.slice(0, 5)}-${text.slice(5)}`;
}
