import type { Track } from '../../../shared/model/recommendation.ts';
import type { Texts } from '../../texts.ts';
import { type Edition as CommonEdition, editionOf as commonEdition } from '../common/edition.ts';
import type { RecommendationsInput, ReportAction } from './input.ts';

/** A recommendation report in one language. */
export interface Edition extends CommonEdition<RecommendationsInput> {
  /** Actions that are still to be done. */
  open: ReportAction[];
  ofTrack(track: Track): ReportAction[];
  /** Person-days in words. */
  days(effort: number): string;
}

export function editionOf(input: RecommendationsInput, texts: Texts): Edition {
  const common = commonEdition(input, texts, 'report-recommendations');
  return {
    ...common,
    open: input.actions.filter(({ horizon }) => horizon !== 'done'),
    ofTrack: (track) => input.actions.filter((action) => action.track === track),
    days: (effort) => common.say('days', { count: effort }),
  };
}

export const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);
