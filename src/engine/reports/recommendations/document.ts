import { tracks } from '../../../shared/model/recommendation.ts';
import type { Texts } from '../../texts.ts';
import { reportDocument } from '../common/document.ts';
import { chapterIds } from '../common/sections/chapter.ts';
import type { Chapter } from '../common/sections/contents.ts';
import { maturity, maturityChapter } from '../common/sections/maturity.ts';
import type { DocumentDefinition } from '../layout/nodes.ts';
import { type Edition, editionOf, sum } from './edition.ts';
import type { RecommendationsInput } from './input.ts';
import { appendix } from './sections/appendix.ts';
import { codeAppendix } from './sections/code.ts';
import { diagnosed } from './sections/diagnosed.ts';
import { leftOpen } from './sections/left-open.ts';
import { method } from './sections/method.ts';
import { roadmap } from './sections/roadmap.ts';
import { savings } from './sections/savings.ts';
import { summary } from './sections/summary.ts';
import { trackChapter } from './sections/track.ts';

export function recommendationsDocument(input: RecommendationsInput, texts: Texts): DocumentDefinition {
  const edition = editionOf(input, texts);
  const { say, date, days, open } = edition;
  return reportDocument(edition, {
    facts: say('cover.facts', {
      count: open.length,
      days: days(sum(open, ({ effort }) => effort)),
      date: date(input.snapshot.startedAt),
    }),
    chapters: chapters(edition),
    content: [
      ...summary(edition),
      ...diagnosed(edition),
      ...maturity(edition),
      ...tracks.flatMap((track) => trackChapter(track, edition)),
      ...roadmap(edition),
      ...(savesMoney(edition) ? savings(edition) : []),
      ...leftOpen(edition),
      ...method(edition),
      ...appendix(edition),
      ...codeAppendix(edition),
    ],
  });
}

function chapters(edition: Edition): Chapter[] {
  const { input, open, say, money, days } = edition;
  const { score } = input.scores.overall;
  const counted = sum(open, (action) => action.counted);
  return [
    { id: chapterIds.summary, title: say('summary.title') },
    {
      id: chapterIds.diagnosed,
      title: say('diagnosed.title'),
      ...(score !== null && { note: say('contents.score', { score: edition.number(Math.round(score)) }) }),
    },
    ...maturityChapter(edition),
    ...tracks.flatMap((track) => {
      const actions = edition.ofTrack(track);
      return actions.length === 0
        ? []
        : [
            {
              id: chapterIds.track(track),
              title: say(`tracks.${track}`),
              note: say('count.actions', { count: actions.length }),
            },
          ];
    }),
    {
      id: chapterIds.roadmap,
      title: say(`roadmap.${input.origin}`),
      note: days(sum(open, ({ effort }) => effort)),
    },
    ...(savesMoney(edition)
      ? [{ id: chapterIds.money, title: say('savings.title'), ...(counted > 0 && { note: money(counted) }) }]
      : []),
    { id: chapterIds.toDecide, title: say('open.title') },
    { id: chapterIds.method, title: say('method.title') },
    {
      id: chapterIds.concerned,
      title: say('appendix.concerned'),
      note: say('count.findings', { count: sum(input.actions, ({ concerned }) => concerned.length) }),
    },
    ...(input.actions.some(({ code }) => code.cli || code.terraform)
      ? [{ id: chapterIds.code, title: say('appendix.code') }]
      : []),
  ];
}

/** Whether there is anything to say in the chapter on savings; the summary says so where there is not. */
const savesMoney = ({ open }: Edition): boolean =>
  open.some(({ counted, advisory }) => counted + advisory > 0);
