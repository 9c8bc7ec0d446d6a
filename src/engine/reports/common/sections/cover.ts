import { printable } from '../../glyphs.ts';
import type { Node, SectionNode } from '../../layout/nodes.ts';
import { page, size, white } from '../../layout/theme.ts';
import type { Edition } from '../edition.ts';
import { logo } from '../logo.ts';

const band = 132;
const strip = 7;

/**
 * The first page: what this is, of whom, by whom and of when. Both names stand on white, whatever their logos are.
 * `facts`: a line on what it rests on.
 */
export function cover(facts: string, edition: Edition): SectionNode {
  const { input, say, theme } = edition;
  const [client, consultant, scope] = (['client', 'consultant', 'scope'] as const).map((name) =>
    printable(input.engagement[name], 'sans'),
  ) as [string, string, string];
  const firm = input.branding.name && printable(input.branding.name, 'sans');
  return {
    section: [
      { text: say('confidential'), color: theme.cover.secondary, fontSize: size.small + 1 },
      {
        margin: [0, 208, 0, 0],
        stack: [
          display(say('cover.titleFirst'), theme.cover.ink, theme.display),
          display(say('cover.titleSecond'), theme.cover.accent, theme.display),
        ],
      },
      {
        text: client,
        color: theme.cover.ink,
        fontSize: client.length > 400 ? 8 : client.length > 60 ? 12 : 16,
        lineHeight: 1.2,
        margin: [0, 22, 40, 0],
      },
      // A long scope has its place in the method chapter; the cover carries a line or two.
      ...(scope.length > 0 && scope.length <= 180
        ? [
            {
              text: scope,
              color: theme.cover.ink,
              fontSize: 10.5,
              lineHeight: 1.35,
              margin: [0, 6, 80, 0],
            } as Node,
          ]
        : []),
      {
        text: facts,
        color: theme.cover.secondary,
        fontSize: 9,
        lineHeight: 1.35,
        margin: [0, 12, 80, 0],
      },
      party(say('cover.for'), client, input.branding.clientLogo, 'client', page.left, edition),
      party(
        say('cover.by'),
        firm ?? consultant,
        input.branding.consultantLogo,
        'consultant',
        page.width / 2 + 20,
        edition,
        firm && firm !== consultant ? consultant : null,
      ),
    ],
    header: null,
    footer: null,
    pageMargins: [page.left, 60, page.right, 20],
    background: (_current, paper) => ({
      canvas: [
        { type: 'rect', x: 0, y: 0, w: paper.width, h: paper.height - band, color: theme.cover.ground },
        { type: 'rect', x: 0, y: paper.height - band, w: paper.width, h: band, color: white },
        { type: 'rect', x: 0, y: 0, w: strip, h: paper.height, color: theme.cover.accent },
      ],
    }),
  };
}

const display = (text: string, color: string, font: string): Node => ({
  text,
  color,
  font,
  fontSize: size.display,
  lineHeight: 0.98,
});

function party(
  label: string,
  name: string,
  image: string | null,
  key: string,
  x: number,
  edition: Edition,
  person: string | null = null,
): Node {
  const top = page.height - band + 30;
  const width = page.width / 2 - page.left - 30;
  return {
    absolutePosition: { x, y: top },
    columns: [
      {
        width,
        stack: [
          { text: label, fontSize: size.small, color: edition.theme.secondary, margin: [0, 0, 0, 8] },
          image
            ? logo(image, key, [Math.min(width, 170), 46])
            : {
                text: name,
                bold: true,
                fontSize: name.length > 200 ? 6 : name.length > 60 ? 9 : 13,
                lineHeight: 1.15,
              },
          ...(person
            ? [
                {
                  text: person,
                  fontSize: size.small + 1,
                  color: edition.theme.secondary,
                  margin: [0, 5, 0, 0],
                } as Node,
              ]
            : []),
        ],
      },
    ],
  };
}
