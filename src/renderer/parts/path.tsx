import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { underHome } from './under-home.ts';

/** Where a file or folder is, shortened by the home folder; whole when pointed at. */
export function Path({ path }: { path: string }) {
  const home = useQuery(ask('desktop', 'start', {})).data?.home;
  return <span title={path}>{home === undefined ? path : underHome(path, home)}</span>;
}
