import { hash } from 'node:crypto';

/** Crockford's base 32: no letter is taken for another when a reference is read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

type Identity = [check: string, type: string, arn: string, subKey: string];

/** 64 bits, of which a reference has the first 50; at one go, since a large estate has half a million of them. */
const hashOf = (identity: Identity): string => hash('sha256', identity.join('\0'), 'hex').slice(0, 16);

/**
 * Short name of a finding, the same in every snapshot and file: 50 bits of a hash of its identity, such as
 * `FB-7K3Q2-X2MA9`.
 */
export function findingReference(...identity: Identity): string {
  let bits = BigInt(`0x${hashOf(identity)}`) >> 14n;
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `FB-${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The last 16 bits of a reference: by them a finding is looked for among many, of which few have the same. */
export const tailOf = (...identity: Identity): number =>
  (Number.parseInt(hashOf(identity).slice(8), 16) >>> 14) & 0xffff;

/** The same of a reference as it is written. */
export const tailOfReference = (reference: string): number =>
  [...reference.slice(-4)].reduce((bits, letter) => (bits << 5) | ALPHABET.indexOf(letter), 0) & 0xffff;
