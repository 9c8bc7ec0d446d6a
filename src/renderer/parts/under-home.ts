/**
 * A path as people write it: `~` for the home of whoever is signed in. Windows has no such sign, so its paths stay as
 * they are.
 */
export const underHome = (path: string, home: string): string =>
  home.length > 1 && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
