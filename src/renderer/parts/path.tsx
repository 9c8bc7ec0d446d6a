import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { underHome } from './under-home.ts';

/** Where a file or folder is, shortened by the home folder; whole when pointed at. */
export function Path({ path }: { path: string }) {
  return <span title={path}>{useUnderHome()(path)}</span>;
}

/** The same where only text can stand. */
export function useUnderHome(): (path: string) => string {
  const home = useQuery(ask('desktop', 'start', {})).data?.home;
  return (path) => (home === undefined ? path : underHome(path, home));
}
