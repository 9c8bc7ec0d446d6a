import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawChart } from '../../../src/engine/reports/charts.ts';
import { themeOf } from '../../../src/engine/reports/layout/theme.ts';
import { barsHeight, barsOption } from '../../../src/shared/charts/bars.ts';
import { changeOption } from '../../../src/shared/charts/change.ts';
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

const scores = fc.integer({ min: 0, max: 100 });

test('every point of the circle is as far out as its score says', () => {
  fc.assert(
    fc.property(fc.array(scores, { minLength: 8, maxLength: 8 }), (all) => {
      const svg = drawChart(
        radarOption(
          names.map((name, i) => ({ name, score: all[i]! })),
          style,
        ),
        paper,
      );
      const points = [...svg.matchAll(/matrix\([^)]*,([\d.]+),([\d.]+)\)"[^>]*ecmeta_data_index="[0-7]"/g)];
      const radius = 0.56 * (paper.height / 2);
      expect(
        points.map(([, x, y]) =>
          Math.round((Math.hypot(Number(x) - paper.width / 2, Number(y) - paper.height / 2) / radius) * 100),
        ),
      ).toEqual(all);
    }),
    { numRuns: 30 },
  );
});

test('before and after are joined from the one score to the other', () => {
  const wide = { width: 400, height: 200 };
  const [left, right] = [style.size * 15, style.size * 2];
  fc.assert(
    fc.property(scores, scores, (before, after) => {
      fc.pre(before !== after);
      const svg = drawChart(
        changeOption([{ name: 'Cost', before, after }], { before: 'Then', after: 'Now' }, style),
        wide,
      );
      const [, from, to] = /M([\d.]+) [\d.]+L([\d.]+) /.exec(
        lines(svg).find((line) => /^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/.test(line))!,
      )!;
      const score = (x: string) => Math.round(((Number(x) - left) / (wide.width - left - right)) * 100);
      expect([score(from!), score(to!)]).toEqual([before, after]);
    }),
    { numRuns: 30 },
  );
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
