import type { CoverageData, OverviewData } from '../data/types.ts';

/** What the phase asks for now: a key of the texts, values for it, and the page where it is done. */
export interface NextStep {
  step: 'scan' | 'resume' | 'judge' | 'accounts' | 'coverage' | 'critical' | 'diagnosis' | 'compare';
  values: Record<string, number>;
  to: '/scans' | '/coverage' | '/findings' | '/reports' | '/compare';
}

/** Beyond this share of reads that failed, the missing rights are worth asking for before a report is written. */
const MUCH_UNREAD = 0.05;

/**
 * The first of these that applies: something to scan, a scan that waits, a snapshot that nobody judged, accounts that
 * refused, much that was not read, a report to make, what is critical, what has changed.
 */
export function nextStep(
  overview: Pick<OverviewData, 'snapshot' | 'scores' | 'open' | 'previous'>,
  coverage: CoverageData | null,
  reports: number,
): NextStep {
  const { snapshot, scores, open, previous } = overview;
  if (!snapshot || snapshot.state === 'cancelled') return { step: 'scan', values: {}, to: '/scans' };
  if (snapshot.state === 'paused') return { step: 'resume', values: {}, to: '/scans' };
  if (!scores) return { step: 'judge', values: {}, to: '/scans' };
  const refused = snapshot.accounts.filter((account) => account.refused !== null).length;
  if (reports === 0) {
    if (refused > 0) return { step: 'accounts', values: { count: refused }, to: '/coverage' };
    if (coverage && coverage.reads.failed > MUCH_UNREAD * coverage.reads.planned)
      return { step: 'coverage', values: { count: coverage.reads.failed }, to: '/coverage' };
    return { step: 'diagnosis', values: {}, to: '/reports' };
  }
  if (open.critical > 0) return { step: 'critical', values: { count: open.critical }, to: '/findings' };
  if (previous) return { step: 'compare', values: {}, to: '/compare' };
  return { step: 'scan', values: {}, to: '/scans' };
}
