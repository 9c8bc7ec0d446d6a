import { radarOption } from '../../../../shared/charts/radar.ts';
import { severities } from '../../../../shared/model/finding.ts';
import type { Scores } from '../../../../shared/model/score.ts';
import { drawChart } from '../../charts.ts';
import { families } from '../../fonts.ts';
import { severityShape, unknownShape } from '../../layout/marks.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { size } from '../../layout/theme.ts';
import type { Edition } from '../edition.ts';

export const radar = { width: 214, height: 174 };

/** Scores around a circle, with those of earlier as a dashed outline. */
export function scoreRadar(scores: Scores, { aspectName, theme }: Edition, before?: Scores): Node {
  const axes = ({ aspects }: Scores) =>
    aspects.map(({ aspect, score }) => ({ name: aspectName(aspect), score }));
  return circle(radarOption(axes(scores), theme.chart, before && axes(before)));
}

/** A chart around a circle, as large as all of them are. */
export const circle = (option: ReturnType<typeof radarOption>): Node =>
  ({ svg: drawChart(option, radar), font: families.sans, width: radar.width }) as Node;

/** What the shapes mean, in words. */
export const legend = ({ say, severityName, theme }: Edition): Inline[] => [
  ...severities.flatMap((severity) => [
    severityShape(severity, size.small + 0.5),
    `\u00a0${severityName(severity).toLowerCase()}   `,
  ]),
  unknownShape(theme, size.small + 0.5),
  `\u00a0${say('legend.unknown')}`,
];
