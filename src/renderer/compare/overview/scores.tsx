import { useMemo } from 'react';
import { changeOption } from '../../../shared/charts/change.ts';
import type { ChartStyle } from '../../../shared/charts/style.ts';
import { AspectIcon } from '../../parts/aspect.tsx';
import { Card } from '../../parts/card.tsx';
import { Chart } from '../../parts/chart.tsx';
import { useWords } from '../../words.ts';
import classes from '../compare.module.css';
import type { ComparisonData } from '../markdown.ts';

/** Scores of the aspects before and after, drawn and as numbers. */
export function Scores({ scores: { before, after } }: Pick<ComparisonData, 'scores'>) {
  const { t, number } = useWords();
  const rows = useMemo(
    () =>
      before.aspects.map((was, at) => ({
        aspect: was.aspect,
        name: t(`aspectNames.${was.aspect}`),
        before: was.score,
        after: after.aspects[at]!.score,
      })),
    [before, after, t],
  );
  const option = useMemo(
    () => (style: ChartStyle) =>
      changeOption(rows, { before: t('compare.before'), after: t('compare.after') }, style),
    [rows, t],
  );
  const score = (value: number | null) =>
    value === null ? <span className="secondary">{t('compare.noScore')}</span> : number(Math.round(value));
  return (
    <Card title={t('compare.scores')} note={t('compare.scoresNote')}>
      <div className={classes.scores}>
        <Chart option={option} label={t('compare.chart')} className={classes.chart!} />
        <table>
          <thead>
            <tr>
              <th scope="col">{t('compare.aspect')}</th>
              <th scope="col" className="amount">
                {t('compare.before')}
              </th>
              <th scope="col" className="amount">
                {t('compare.after')}
              </th>
              <th scope="col" className="amount">
                {t('compare.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.aspect}>
                <th scope="row">
                  <AspectIcon aspect={row.aspect} /> {row.name}
                </th>
                <td className="amount">{score(row.before)}</td>
                <td className="amount strong">{score(row.after)}</td>
                <td className="amount">{points(row.before, row.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Whole points, as the rounded scores beside them differ. */
function points(before: number | null, after: number | null): string {
  if (before === null || after === null) return '–';
  const difference = Math.round(after) - Math.round(before);
  return difference === 0 ? '±0' : difference > 0 ? `+${difference}` : `−${-difference}`;
}
