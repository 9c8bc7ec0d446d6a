import type { ReactNode } from 'react';
import { severities } from '../../shared/model/finding.ts';
import type { CoverageData, OverviewData } from '../data/types.ts';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { Trend } from './trend.tsx';

interface Props {
  scores: NonNullable<OverviewData['scores']>;
  savings: NonNullable<OverviewData['savings']>;
  open: OverviewData['open'];
  previous: OverviewData['previous'];
  reads: CoverageData['reads'];
}

const total = (open: OverviewData['open']): number =>
  severities.reduce((sum, severity) => sum + open[severity], 0);

/** Four numbers that everybody asks for first, each with what it was before. */
export function Figures({ scores: { overall }, savings, open, previous, reads }: Props) {
  const { t, number, percent, money } = useWords();
  return (
    <section className="card figures" aria-label={t('figures.label')}>
      <Figure
        name={t('figures.score')}
        value={overall.score === null ? '–' : number(Math.round(overall.score))}
        trend={previous && <Trend now={overall.score} before={previous.scores.overall.score} better="more" />}
        note={
          overall.score === null
            ? t('figures.noScore')
            : t('figures.confidence', { share: overall.confidence })
        }
      />
      <Figure
        name={t('figures.saving')}
        value={money(savings.counted)}
        trend={
          previous && (
            <Trend now={savings.counted} before={previous.savings.counted} better="less" write={money} />
          )
        }
        note={[
          savings.advisory > 0
            ? t('figures.advisory', { amount: savings.advisory, date: savings.priceDate })
            : t('figures.prices', { date: savings.priceDate }),
          ...(savings.aside > 0 ? [t('figures.aside', { amount: savings.aside })] : []),
        ].join(' · ')}
      />
      <Figure
        name={t('figures.open')}
        value={number(total(open))}
        trend={previous && <Trend now={total(open)} before={total(previous.open)} better="less" />}
        note={
          <span className="by-severity">
            {severities.map((severity) => (
              <span key={severity} className={`severity-name ${severity}`}>
                <SeverityMark severity={severity} /> {number(open[severity])}
                <span className="hidden"> {t(`severities.${severity}`)}</span>
              </span>
            ))}
          </span>
        }
      />
      <Figure
        name={t('figures.coverage')}
        value={reads.planned === 0 ? '–' : percent(reads.ok / reads.planned)}
        trend={null}
        note={reads.planned === 0 ? t('figures.noReads') : t('figures.reads', reads)}
      />
    </section>
  );
}

function Figure({
  name,
  value,
  trend,
  note,
}: {
  name: string;
  value: string;
  trend: ReactNode;
  note: ReactNode;
}) {
  return (
    <div className="figure">
      <div className="name">{name}</div>
      <div className="value">
        {value} {trend && <small>{trend}</small>}
      </div>
      <div className="note">{note}</div>
    </div>
  );
}
