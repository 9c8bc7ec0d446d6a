import type { Texts } from '../../texts.ts';
import { reportDocument } from '../common/document.ts';
import { chapterIds } from '../common/sections/chapter.ts';
import type { Chapter } from '../common/sections/contents.ts';
import type { DocumentDefinition } from '../layout/nodes.ts';
import { all, type Edition, editionOf } from './edition.ts';
import type { ProgressInput } from './input.ts';
import { done, next } from './sections/actions.ts';
import { appendix, changes } from './sections/changes.ts';
import { gained } from './sections/gained.ts';
import { maturity } from './sections/maturity.ts';
import { method } from './sections/method.ts';
import { coverage, rules } from './sections/standing.ts';
import { summary } from './sections/summary.ts';
import { systems } from './sections/systems.ts';

export function progressDocument(input: ProgressInput, texts: Texts): DocumentDefinition {
  const edition = editionOf(input, texts);
  const { say, sideName, date } = edition;
  return reportDocument(edition, {
    facts: say('cover.facts', {
      from: sideName(input.before),
      to: sideName(input.after),
      date: date(input.snapshot.startedAt),
    }),
    chapters: chapters(edition),
    content: [
      ...summary(edition),
      ...done(edition),
      ...maturity(edition),
      ...gained(edition),
      ...changes(edition),
      ...systems(edition),
      ...coverage(edition),
      ...rules(edition),
      ...next(edition),
      ...method(edition),
      ...appendix(edition),
    ],
  });
}

function chapters(edition: Edition): Chapter[] {
  const { input, say, number } = edition;
  const { before, after, maturity, systems } = input;
  return [
    { id: chapterIds.summary, title: say('summary.title') },
    {
      id: chapterIds.done,
      title: say('actions.done'),
      note: say('count.actions', { count: input.done.length }),
    },
    ...(maturity ? [{ id: chapterIds.maturity, title: say('maturity.title') }] : []),
    {
      id: chapterIds.gained,
      title: say('gained.title'),
      note: say('contents.open', { from: number(all(before.open)), to: number(all(after.open)) }),
    },
    {
      id: chapterIds.changes,
      title: say('changes.title'),
      note: say('count.findings', { count: input.changes.length }),
    },
    ...(systems
      ? [
          {
            id: chapterIds.systems,
            title: say('systems.title'),
            note: say('count.systems', { count: systems.after.systems }),
          },
        ]
      : []),
    { id: chapterIds.coverage, title: say('coverage.title') },
    { id: chapterIds.rules, title: say('rules.title') },
    {
      id: chapterIds.next,
      title: say('actions.next'),
      note: say('count.actions', { count: input.next.length }),
    },
    { id: chapterIds.method, title: say('method.title') },
    {
      id: chapterIds.changed,
      title: say('appendix.changed'),
      note: say('count.findings', { count: input.changes.length }),
    },
  ];
}
