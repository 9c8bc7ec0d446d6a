import { families } from '../fonts.ts';
import { footer, header } from '../layout/furniture.ts';
import type { DocumentDefinition, Node } from '../layout/nodes.ts';
import { printableNodes } from '../layout/printable-nodes.ts';
import { page, size } from '../layout/theme.ts';
import type { Edition } from './edition.ts';
import { logoImages } from './logo.ts';
import { type Chapter, contents } from './sections/contents.ts';
import { cover } from './sections/cover.ts';

interface Parts {
  /** A line on the cover: what the report rests on. */
  facts: string;
  chapters: readonly Chapter[];
  content: readonly Node[];
}

/**
 * A report as pdfmake takes it: cover, contents, chapters, with the furniture of its pages. Used once: pdfmake writes
 * its measures into the nodes.
 */
export function reportDocument(edition: Edition, { facts, chapters, content }: Parts): DocumentDefinition {
  const { input, say, theme, texts } = edition;
  const { engagement, branding, snapshot, tool } = input;
  const all = [cover(facts, edition), { section: [...contents(chapters, edition), ...content] }] as Node[];
  printableNodes(all);
  const named = say('document.of', { client: engagement.client });
  const taken = new Date(snapshot.finishedAt ?? snapshot.startedAt);
  return {
    content: all,
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    header: header(named, branding.name ?? engagement.consultant, theme),
    footer: footer([say('confidential'), branding.footer].filter(Boolean).join(' · '), theme),
    images: logoImages({ client: branding.clientLogo, consultant: branding.consultantLogo }),
    defaultStyle: { font: families.sans, fontSize: size.body, lineHeight: 1.25, color: theme.ink },
    language: texts.locale,
    displayTitle: true,
    version: '1.7',
    info: {
      title: named,
      author: engagement.consultant,
      creator: `Fieldbook ${tool.version}`,
      producer: 'pdfmake',
      // The same input gives the same bytes, whenever it is printed.
      creationDate: taken,
      modDate: taken,
    },
  } as DocumentDefinition;
}
