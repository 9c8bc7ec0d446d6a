const SCHEME = 'fieldbook';

/** A place in an engagement that can be written down: which engagement, and the address behind the `#`. */
export const linkTo = (engagement: string, address: string): string => `${SCHEME}://${engagement}${address}`;

/** The address in a link; null when it is none, `elsewhere` when it is of another engagement. */
export function addressOf(link: string, engagement: string): string | 'elsewhere' | null {
  const match = /^fieldbook:\/\/([0-9a-f-]{36})(\/[^\s]*)$/.exec(link.trim());
  if (!match) return null;
  return match[1] === engagement ? match[2]! : 'elsewhere';
}
