import type { Severity } from '../../../shared/model/finding.ts';
import { severities } from '../../../shared/model/finding.ts';
import type { Texts } from '../../texts.ts';
import { type Edition as CommonEdition, editionOf as commonEdition } from '../common/edition.ts';
import type { ListedChange, ProgressInput, ReportChange, Side } from './input.ts';

/** A progress report in one language. */
export interface Edition extends CommonEdition<ProgressInput> {
  /** What became of findings, by state. */
  of(change: ListedChange): ReportChange[];
  /** What a side is called: its phase, else its day. */
  sideName(side: Side): string;
}

export function editionOf(input: ProgressInput, texts: Texts): Edition {
  const common = commonEdition(input, texts, 'report-progress');
  return {
    ...common,
    of: (change) => input.changes.filter((one) => one.change === change),
    sideName: ({ phase, at }) => phase ?? common.day(at),
  };
}

export const all = (open: Record<Severity, number>): number =>
  severities.reduce((sum, severity) => sum + open[severity], 0);
