import type { Track } from '../../../../shared/model/recommendation.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { figureRow } from '../../layout/figures.ts';
import type { Node } from '../../layout/nodes.ts';
import { lead } from '../../layout/type.ts';
import { type Edition, sum } from '../edition.ts';
import { actionBlock } from './action.ts';

/** A chapter per track: what it is for, what it comes to, then its actions in their order. */
export function trackChapter(track: Track, edition: Edition): Node[] {
  const { say, theme, number, money } = edition;
  const actions = edition.ofTrack(track);
  if (actions.length === 0) return [];
  return [
    chapterTitle(say(`tracks.${track}`), chapterIds.track(track), edition),
    lead(say(`trackLeads.${track}`)),
    figureRow(
      [
        {
          label: say('summary.actions'),
          value: number(actions.length),
          note: say('track.done', { count: actions.filter(({ horizon }) => horizon === 'done').length }),
        },
        {
          label: say('summary.effort'),
          value: number(sum(actions, ({ effort }) => effort)),
          note: say('track.days'),
        },
        {
          label: say('summary.saving'),
          value: money(sum(actions, ({ counted }) => counted)),
          note: say('summary.savingNote', { amount: money(sum(actions, ({ advisory }) => advisory)) }),
        },
        {
          label: say('summary.findings'),
          value: number(sum(actions, ({ concerned }) => concerned.length)),
          note: say('track.findingsNote'),
        },
      ],
      theme,
    ),
    ...actions.flatMap((action) => actionBlock(action, edition)),
  ];
}
