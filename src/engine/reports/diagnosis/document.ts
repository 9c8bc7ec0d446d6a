import { aspects } from '../../../shared/model/aspect.ts';
import type { Texts } from '../../texts.ts';
import { families } from '../fonts.ts';
import { footer, header } from '../layout/furniture.ts';
import type { DocumentDefinition, Node } from '../layout/nodes.ts';
import { printableNodes } from '../layout/printable-nodes.ts';
import { page, size } from '../layout/theme.ts';
import { type Edition, editionOf } from './edition.ts';
import type { DiagnosisInput } from './input.ts';
import { logoImages } from './logo.ts';
import { appendixChecks } from './sections/appendix-checks.ts';
import { appendixFindings } from './sections/appendix-findings.ts';
import { appendixResources } from './sections/appendix-resources.ts';
import { aspectChapter } from './sections/aspect.ts';
import { chapterIds } from './sections/chapter.ts';
import { type Chapter, contents } from './sections/contents.ts';
import { cover } from './sections/cover.ts';
import { coverage } from './sections/coverage.ts';
import { method } from './sections/method.ts';
import { moneyChapter } from './sections/money.ts';
import { summary } from './sections/summary.ts';

/** The diagnosis as pdfmake takes it. Used once: pdfmake writes its measures into the nodes. */
export function diagnosisDocument(input: DiagnosisInput, texts: Texts): DocumentDefinition {
  const edition = editionOf(input, texts);
  const { say, theme } = edition;
  const content = [
    cover(edition),
    {
      section: [
        ...contents(chapters(edition), edition),
        ...summary(edition),
        ...method(edition),
        ...coverage(edition),
        ...aspects.flatMap((aspect) => aspectChapter(aspect, edition)),
        ...moneyChapter(edition),
        ...appendixFindings(edition),
        ...appendixResources(edition),
        ...appendixChecks(edition),
      ],
    },
  ] as Node[];
  printableNodes(content);
  const named = say('document.of', { client: input.engagement.client });
  const taken = new Date(input.snapshot.finishedAt ?? input.snapshot.startedAt);
  return {
    content,
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    header: header(named, input.engagement.consultant, theme),
    footer: footer(say('confidential'), theme),
    images: logoImages({
      client: input.branding.clientLogo,
      consultant: input.branding.consultantLogo,
    }),
    defaultStyle: { font: families.sans, fontSize: size.body, lineHeight: 1.25, color: theme.ink },
    language: texts.locale,
    displayTitle: true,
    version: '1.7',
    info: {
      title: named,
      author: input.engagement.consultant,
      creator: `Fieldbook ${input.tool.version}`,
      producer: 'pdfmake',
      // The same snapshot gives the same bytes, whenever it is printed.
      creationDate: taken,
      modDate: taken,
    },
  } as DocumentDefinition;
}

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
    {
      id: chapterIds.money,
      title: say('money.title'),
      ...(input.savings.counted > 0 && { note: money(input.savings.counted) }),
    },
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
