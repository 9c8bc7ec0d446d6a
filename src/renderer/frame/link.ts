const SCHEME = 'fieldbook';

/** A place in an engagement. */
export interface Place {
  engagement: string;
  /** Of a page, as behind the `#`. */
  address: string;
}

/** A place that can be written down. */
export const linkTo = ({ engagement, address }: Place): string => `${SCHEME}://${engagement}${address}`;

/** Where a link leads; null when it is none. */
export function placeOf(link: string): Place | null {
  const match = /^fieldbook:\/\/([0-9a-f-]{36})(\/[^\s]*)$/.exec(link.trim());
  return match && { engagement: match[1]!, address: match[2]! };
}
