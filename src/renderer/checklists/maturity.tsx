import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { maturityRadar } from '../../shared/charts/maturity.ts';
import type { ChartStyle } from '../../shared/charts/style.ts';
import { type Dimension, dimensionNames } from '../../shared/model/records/checklist.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Card } from '../parts/card.tsx';
import { Chart } from '../parts/chart.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import { Computed, type Figure } from './computed.tsx';
import { MaturityMap } from './maturity-map.tsx';
import { type MaturityData, useNameOf } from './names.ts';
import { TargetField } from './target.tsx';

/** What the answers come to, by aspect, stage or principle, against what was agreed to be reached. */
export function MaturityView() {
  const { t } = useWords();
  const [dimension, setDimension] = useState<Dimension>('stage');
  const [milestone, setMilestone] = useState<string>();
  const [figure, setFigure] = useState<Figure | null>(null);
  const { data, error, refetch } = useQuery(
    ask('checklists', 'maturity', milestone === undefined ? {} : { milestone }),
  );
  const phases = useQuery(ask('phases', 'list', {}));
  const closed = phases.data?.phases.flatMap(({ milestone }) => milestone ?? []) ?? [];
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('checklists.maturity.dimension')}
          value={dimension}
          onChange={(value) => setDimension(value as Dimension)}
          data={dimensionNames.map((value) => ({ value, label: t(`checklists.maturity.${value}`) }))}
        />
        {closed.length > 0 && (
          <Select
            w={260}
            aria-label={t('checklists.maturity.when')}
            value={milestone ?? 'now'}
            onChange={(value) => setMilestone(value === 'now' || value === null ? undefined : value)}
            data={[
              { value: 'now', label: t('checklists.maturity.now') },
              ...closed.map(({ id, phase, closedAt }) => ({
                value: id,
                label: [phase.name, new Date(closedAt).toLocaleDateString()].filter(Boolean).join(', '),
              })),
            ]}
          />
        )}
      </div>
      {data.overall.answered === 0 ? (
        <Empty what={t('checklists.maturity.empty')} next={t('checklists.maturity.emptyNext')} />
      ) : (
        <Figures data={data} dimension={dimension} frozen={milestone !== undefined} onFigure={setFigure} />
      )}
      <MaturityMap data={data} dimension={dimension === 'aspect' ? 'aspect' : 'stage'} onFigure={setFigure} />
      {figure && <Computed figure={figure} milestone={milestone} onClose={() => setFigure(null)} />}
    </>
  );
}

interface FiguresProps {
  data: MaturityData;
  dimension: Dimension;
  /** As a phase left it: no target is set any more. */
  frozen: boolean;
  onFigure: (figure: Figure) => void;
}

function Figures({ data, dimension, frozen, onFigure }: FiguresProps) {
  const { t, number, percent } = useWords();
  const { engagement } = useSession();
  const nameOf = useNameOf();
  const values = data.values.filter((one) => one.dimension === dimension);
  const radar = useMemo(() => {
    const axes = data.values
      .filter((one) => one.dimension === dimension)
      .map(({ value, score, target }) => ({ name: nameOf(dimension, value), score, target }));
    return (style: ChartStyle) => maturityRadar(axes, style);
  }, [data.values, dimension, nameOf]);
  const rows = [
    { name: t('checklists.maturity.overall'), figure: {}, ...data.overall, target: null, value: null },
    ...values.map((one) => ({
      ...one,
      name: nameOf(dimension, one.value),
      figure: { dimension, value: one.value },
    })),
  ];
  return (
    <div className="columns wide-right">
      <Card title={t(`checklists.maturity.${dimension}`)} note={t('checklists.maturity.legend')}>
        <Chart option={radar} label={t('checklists.maturity.radar')} className="radar" />
      </Card>
      <Card title={t('checklists.maturity.score')} note={t('checklists.maturity.note')}>
        <table className="scores">
          <thead>
            <tr>
              <th scope="col">{t(`checklists.maturity.${dimension}`)}</th>
              <td />
              <th scope="col" className="amount">
                {t('checklists.maturity.score')}
              </th>
              <th scope="col" className="amount">
                {t('checklists.maturity.target')}
              </th>
              <th scope="col" className="amount">
                {t('checklists.maturity.gap')}
              </th>
              <th scope="col" className="amount">
                {t('checklists.maturity.confidence')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, score, target, confidence, value, figure, answered, open }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="bar" aria-hidden="true">
                  <div className={score === null ? 'track none' : 'track'}>
                    <div style={{ width: `${score ?? 0}%` }} />
                    {target !== null && <i style={{ left: `calc(${target}% - 1px)` }} />}
                  </div>
                </td>
                <td className="amount">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`${name}: ${score === null ? t('checklists.maturity.none') : number(Math.round(score))}. ${t('checklists.maturity.computed')}`}
                    title={t('checklists.maturity.computed')}
                    onClick={() => onFigure({ ...figure, name })}
                  >
                    {score === null ? '–' : number(Math.round(score))}
                  </Button>
                </td>
                <td className="amount">
                  {value !== null && (
                    <TargetField
                      id={`${dimension}:${value}`}
                      name={name}
                      percent={target}
                      readonly={frozen || engagement.readonly}
                    />
                  )}
                </td>
                <td className="amount">
                  {score !== null && target !== null ? number(Math.max(0, Math.round(target - score))) : '–'}
                </td>
                <td className="amount secondary">{answered + open === 0 ? '–' : percent(confidence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}
