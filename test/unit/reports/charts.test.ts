import { expect, test } from 'vitest';
import { drawChart } from '../../../src/engine/reports/charts.ts';
import { themeOf } from '../../../src/engine/reports/layout/theme.ts';
import { barsHeight, barsOption } from '../../../src/shared/charts/bars.ts';
import { radarOption } from '../../../src/shared/charts/radar.ts';

const style = themeOf(null).chart;
const names = [
  'Dimension',
  'Resources',
  'Scalability',
  'Networking',
  'Resource usage',
  'Cost',
  'Security',
  'Best',
];
const paper = { width: 200, height: 180 };

const lines = (svg: string) =>
  [...svg.matchAll(/<path d="(M[^"]*)"[^>]*stroke="#0f766e"/g)].map(([, d]) => d!);

test('a score of nothing leaves a gap; it is not drawn as zero', () => {
  const scores = [80, 80, null, 80, 80, 80, 80, 80];
  const [line] = lines(
    drawChart(
      radarOption(
        names.map((name, i) => ({ name, score: scores[i]! })),
        style,
      ),
      paper,
    ),
  );
  expect(line!.match(/M/g)).toHaveLength(2);
  expect(line).not.toMatch(/[ML]100 90(?=[A-Z]|$)/);
});

test('eight scores close the circle and fill it', () => {
  const svg = drawChart(
    radarOption(
      names.map((name) => ({ name, score: 50 })),
      style,
    ),
    paper,
  );
  const [line] = lines(svg);
  const points = line!.match(/[ML][\d.]+ [\d.]+/g)!;
  expect(points).toHaveLength(9);
  expect(points[0]!.slice(1)).toBe(points[8]!.slice(1));
});

test('a score is written beside its name, and a dash where there is none', () => {
  const svg = drawChart(
    radarOption(
      [
        { name: 'Alpha', score: 41.6 },
        { name: 'Beta', score: null },
      ],
      style,
    ),
    paper,
  );
  expect(svg).toMatch(/>42</);
  expect(svg).toMatch(/>–</);
});

test('amounts that are not counted have a dashed outline and no fill', () => {
  const option = barsOption(
    [{ name: 'Idle NAT gateway', values: [10, 5], text: '$15.00' }],
    [
      { name: 'Counted', color: '#0f766e' },
      { name: 'Advisory', color: '#0f766e', dashed: true },
    ],
    style,
    { names: 60, texts: 40 },
  );
  const svg = drawChart(option, { width: 300, height: barsHeight(1, style, true) });
  expect(svg).toMatch(/fill="none"[^>]*stroke="#0f766e"[^>]*stroke-dasharray/);
  expect(svg).toContain('$15.00');
});

test('bars without any amount do not break the chart', () => {
  const option = barsOption([{ name: 'a', values: [0], text: '0' }], [{ name: '', color: '#000' }], style, {
    names: 40,
    texts: 20,
  });
  expect(drawChart(option, { width: 200, height: 30 })).not.toContain('NaN');
});
