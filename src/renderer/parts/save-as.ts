import { runJob } from '../data/jobs.ts';
import type { Args } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from './notify.tsx';
import { useUnderHome } from './path.tsx';

interface Saving<T> {
  /** Of the file, until a person says otherwise. */
  name: string;
  kind: Args<'desktop', 'chooseSave'>['kind'];
  write: (path: string, signal?: AbortSignal) => Promise<T>;
  /** What is said when it is there; the path is as people write it. */
  said: (path: string, done: T) => string;
  /** The page to which the tray leads; given for what takes long. */
  page?: string;
}

/** Writes into a file that a person chooses, and says so. */
export function useSaveAs(): <T>(saving: Saving<T>) => Promise<void> {
  const written = useUnderHome();
  return async ({ name, kind, write, said, page }) => {
    try {
      const { path } = await fieldbook.desktop.chooseSave({ name, kind });
      if (path === null) return;
      const done = await (page === undefined
        ? write(path)
        : runJob('export', page, (signal) => write(path, signal)));
      tell(said(written(path), done));
    } catch (error) {
      tellProblem(error);
    }
  };
}
