import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import type { Place } from './link.ts';

/** Of this machine and all its windows: in which file each engagement was seen, by its id. */
const FILES = 'fieldbook.files';
/** The place that a window was asked for which has its engagement, or will have it. */
const ASKED = 'fieldbook.asked';
/** Milliseconds in which the passphrase of the other engagement can be given. */
const PATIENCE = 10 * 60_000;

type Recent = Answer<'engagement', 'recent'>['files'];

/** The file of an engagement; undefined when it is not among the recent ones. */
export const fileOf = (engagement: string, recent: Recent): Recent[number] | undefined =>
  recent.find(({ path }) => path === read<Files>(FILES)?.[engagement]);
type Files = Record<string, string>;

/** Shows a place of another engagement in the window that has it, or in a new one; null: a person finds the file. */
export async function goElsewhere(place: Place, file: string | null): Promise<void> {
  const path = file ?? (await fieldbook.desktop.chooseEngagement({})).path;
  if (path === null) return;
  localStorage.setItem(ASKED, JSON.stringify({ ...place, until: Date.now() + PATIENCE }));
  await fieldbook.desktop.openFile({ path });
}

/** Goes where a link in another window leads, and keeps which file this engagement is in. */
export function useElsewhere(): void {
  const { engagement } = useSession();
  const { id, path } = engagement;
  const { history } = useRouter();
  const recent = useQuery(ask('engagement', 'recent', {})).data?.files;
  useEffect(() => {
    if (!recent) return;
    // What was taken out of the recent ones is not kept here either.
    const listed = Object.entries(read<Files>(FILES) ?? {}).filter(([, file]) =>
      recent.some((one) => one.path === file),
    );
    localStorage.setItem(FILES, JSON.stringify({ ...Object.fromEntries(listed), [id]: path }));
  }, [recent, id, path]);
  useEffect(() => {
    const arrive = () => {
      const asked = read<Place & { until: number }>(ASKED);
      if (asked?.engagement !== id) return;
      localStorage.removeItem(ASKED);
      if (asked.until > Date.now()) history.push(asked.address);
    };
    arrive();
    // Told of what another window kept.
    window.addEventListener('storage', arrive);
    return () => window.removeEventListener('storage', arrive);
  }, [id, history]);
}

function read<T>(key: string): T | null {
  const kept = localStorage.getItem(key);
  return kept === null ? null : JSON.parse(kept);
}
