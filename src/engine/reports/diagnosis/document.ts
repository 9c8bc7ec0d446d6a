import { aspects } from '../../../shared/model/aspect.ts';
import type { Texts } from '../../texts.ts';
import { reportDocument } from '../common/document.ts';
import { isAside } from '../common/input.ts';
import { chapterIds } from '../common/sections/chapter.ts';
import type { Chapter } from '../common/sections/contents.ts';
import { coverage } from '../common/sections/coverage.ts';
import { maturity, maturityChapter } from '../common/sections/maturity.ts';
import type { DocumentDefinition } from '../layout/nodes.ts';
import { type Edition, editionOf } from './edition.ts';
import type { DiagnosisInput } from './input.ts';
import { appendixChecks } from './sections/appendix-checks.ts';
import { appendixFindings } from './sections/appendix-findings.ts';
import { appendixResources } from './sections/appendix-resources.ts';
import { aspectChapter } from './sections/aspect.ts';
import { decisionsChapter } from './sections/decisions.ts';
import { method } from './sections/method.ts';
import { moneyChapter } from './sections/money.ts';
import { summary } from './sections/summary.ts';
import { systemsChapter } from './sections/systems.ts';

export function diagnosisDocument(input: DiagnosisInput, texts: Texts): DocumentDefinition {
  const edition = editionOf(input, texts);
  return reportDocument(edition, {
    facts: facts(edition),
    chapters: chapters(edition),
    content: [
      ...summary(edition),
      ...method(edition),
      ...coverage(edition),
      ...aspects.flatMap((aspect) => aspectChapter(aspect, edition)),
      ...maturity(edition),
      ...moneyChapter(edition),
      ...systemsChapter(edition),
      ...decisionsChapter(edition),
      ...appendixFindings(edition),
      ...appendixResources(edition),
      ...appendixChecks(edition),
    ],
  });
}

const facts = ({ input, say, date }: Edition): string =>
  say('cover.facts', {
    accounts: say('count.accounts', {
      count: input.snapshot.accounts.filter((account) => account.refused === null).length,
    }),
    resources: say('count.resources', { count: input.resources.length }),
    date: date(input.snapshot.startedAt),
  });

function chapters(edition: Edition): Chapter[] {
  const { input, say, number, money, aspectName } = edition;
  return [
    { id: chapterIds.summary, title: say('summary.title') },
    { id: chapterIds.method, title: say('method.title') },
    { id: chapterIds.coverage, title: say('coverage.title') },
    ...aspects.map((aspect) => {
      const score = input.scores.aspects.find((one) => one.aspect === aspect)?.score ?? null;
      return {
        id: chapterIds.aspect(aspect),
        title: aspectName(aspect),
        note: score === null ? '–' : say('contents.score', { score: number(Math.round(score)) }),
      };
    }),
    ...maturityChapter(edition),
    {
      id: chapterIds.money,
      title: say('money.title'),
      ...(input.savings.counted > 0 && { note: money(input.savings.counted) }),
    },
    ...(input.systems.length > 0
      ? [
          {
            id: chapterIds.systems,
            title: say('systems.title'),
            note: say('count.systems', { count: input.systems.length }),
          },
        ]
      : []),
    ...(input.findings.some(isAside)
      ? [
          {
            id: chapterIds.decisions,
            title: say('decisions.title'),
            note: say('count.findings', { count: input.findings.filter(isAside).length }),
          },
        ]
      : []),
    {
      id: chapterIds.findings,
      title: say('appendix.findings'),
      note: say('count.findings', { count: input.findings.length }),
    },
    {
      id: chapterIds.resources,
      title: say('appendix.resources'),
      note: say('count.resources', { count: input.resources.length }),
    },
    {
      id: chapterIds.checks,
      title: say('appendix.checks'),
      note: say('count.checks', { count: input.checks.length }),
    },
  ];
}
