/** The largest call of a page: a logo and much more fit in. */
export const LARGEST = 16 * 1024 * 1024;
const DEEPEST = 64;

/**
 * True when a value that came by structured clone is larger than `limit` (characters, and 8 for each other value) or
 * deeper than anything in the contract. Stops counting as soon as it knows; a cycle is as deep as can be.
 */
export function isTooLarge(value: unknown, limit: number = LARGEST): boolean {
  let left = limit;
  const spend = (one: unknown, depth: number): boolean => {
    if (depth > DEEPEST) return false;
    left -= typeof one === 'string' ? one.length : 8;
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer) left -= one.byteLength;
    else if (typeof one === 'object' && one !== null)
      for (const [name, inner] of Object.entries(one)) {
        left -= name.length;
        if (left < 0 || !spend(inner, depth + 1)) return false;
      }
    return left >= 0;
  };
  return !spend(value, 0);
}
