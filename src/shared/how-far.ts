import type { Events } from './contract/index.ts';
import { reportPhases } from './model/report.ts';

/** How far long work is: what the page, the tray and the system's bar say must be the same. */
export interface HowFar {
  done: number;
  of: number;
}

/** A read that failed is over as well. */
export const scanFar = ({
  done,
  failed,
  planned,
}: Pick<Events['scan.progress'], 'done' | 'failed' | 'planned'>): HowFar => ({
  done: done + failed,
  of: planned,
});

/** The stages that are over, and what is done of the one under way. */
export const reportFar = ({ phase, done, of }: Events['report.progress']): HowFar => ({
  done: reportPhases.indexOf(phase) + done / of,
  of: reportPhases.length,
});
