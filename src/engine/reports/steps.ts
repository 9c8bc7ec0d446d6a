import type { ReportPhase } from '../../shared/model/report.ts';

export interface Progress {
  phase: ReportPhase;
  /** 0 to 1 within the phase; null where nobody can tell. */
  share: number | null;
}
