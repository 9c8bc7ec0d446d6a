import type { CSSProperties } from 'react';
import { dimensions } from '../../shared/model/records/checklist.ts';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Figure } from './computed.tsx';
import { type MaturityData, useNameOf } from './names.ts';

interface Props {
  data: MaturityData;
  dimension: 'aspect' | 'stage';
  onFigure: (figure: Figure) => void;
}

/** Each checklist by stage or aspect: figures on the accent, the fuller the further. */
export function MaturityMap({ data, dimension, onFigure }: Props) {
  const { t, number } = useWords();
  const nameOf = useNameOf();
  const values = dimensions[dimension];
  return (
    <Card
      title={t('checklists.maturity.heat')}
      note={t('checklists.maturity.heatNote', {
        dimension: t(`checklists.maturity.${dimension}`).toLocaleLowerCase(),
      })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard */}
      <section className={classes.map} aria-label={t('checklists.maturity.heat')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('checklists.which')}</th>
              {values.map((value) => (
                <th scope="col" key={value} className={classes.over}>
                  {nameOf(dimension, value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.checklists.map(({ checklist, title, stages, aspects }) => (
              <tr key={checklist}>
                <th scope="row">{title}</th>
                {values.map((value) => {
                  const cell = (dimension === 'stage' ? stages : aspects)[value]!;
                  const name = nameOf(dimension, value);
                  if (cell.answered + cell.open + cell.leftOut === 0) return <td key={value} />;
                  const score =
                    cell.score === null ? t('checklists.maturity.none') : number(Math.round(cell.score));
                  return (
                    <td key={value}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-none={cell.score === null || undefined}
                        data-full={(cell.score ?? 0) > 55 || undefined}
                        style={{ '--share': `${cell.score ?? 0}%` } as CSSProperties}
                        aria-label={t('checklists.maturity.cell', { checklist: title, name, score })}
                        onClick={() => onFigure({ dimension, value, checklist, name: `${title}, ${name}` })}
                      >
                        {cell.score === null ? '–' : score}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
