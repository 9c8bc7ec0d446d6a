import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import type { Place } from './link.ts';

/** Of this machine and all its windows: the place that a window was asked for which has its engagement, or will have it. */
const ASKED = 'fieldbook.asked';
/** Milliseconds in which the passphrase of the other engagement can be given. */
const PATIENCE = 10 * 60_000;

/** Shows a place of another engagement in the window that has it, or in a new one; null: a person finds the file. */
export async function goElsewhere(place: Place, file: string | null): Promise<void> {
  const path = file ?? (await fieldbook.desktop.chooseEngagement({})).path;
  if (path === null) return;
  localStorage.setItem(ASKED, JSON.stringify({ ...place, until: Date.now() + PATIENCE }));
  await fieldbook.desktop.openFile({ path });
}

/** Goes where a link in another window leads. */
export function useElsewhere(): void {
  const { id } = useSession().engagement;
  const { history } = useRouter();
  useEffect(() => {
    const arrive = () => {
      const asked = askedFor();
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

function askedFor(): (Place & { until: number }) | null {
  const kept = localStorage.getItem(ASKED);
  return kept === null ? null : JSON.parse(kept);
}
