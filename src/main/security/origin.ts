export const SCHEME = 'app';
const HOST = 'workbench';

/** The page of the window. */
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/**
 * True for addresses of our own page and nothing else. Protocol and host are compared one by one: in Node the
 * `origin` of every custom scheme is the string "null", and a prefix would accept `app://workbench.evil`.
 */
export function isOurs(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return url.protocol === `${SCHEME}:` && url.host === HOST;
}
