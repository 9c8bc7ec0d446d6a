import { createHash } from 'node:crypto';

/** Everything in the sample that looks random is a digest of a name, so that it is the same every time. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A number from 0 (included) to 1 (excluded). */
export const fraction = (text: string): number => Number.parseInt(digest(text).slice(0, 8), 16) / 2 ** 32;

/** An id as EC2 and its relatives give: `vol-0` and sixteen digits. */
export const ec2Id = (prefix: string, ...names: string[]): string =>
  `${prefix}-0${digest([prefix, ...names].join('/')).slice(0, 16)}`;

/** An id of letters and digits, as IAM gives: `AIDA` and seventeen of them. */
export const letters = (length: number, ...names: string[]): string =>
  Array.from(
    digest(names.join('/')).slice(0, length),
    (digit) => 'ABCDEFGHJKLMNPQR'[Number.parseInt(digit, 16)],
  ).join('');

export const uuid = (...names: string[]): string => {
  const hex = digest(names.join('/'));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
