import type { ReactNode } from 'react';
import { severities } from '../../shared/model/finding.ts';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import type { CoverageData, OverviewData, SavingsData, ScoresData } from './types.ts';

interface Props {
  overall: ScoresData['overall'];
  savings: SavingsData;
  open: OverviewData['open'];
  reads: CoverageData['reads'];
}

/** Four numbers that everybody asks for first. */
export function Figures({ overall, savings, open, reads }: Props) {
  const { t, number, percent, money } = useWords();
  const total = severities.reduce((sum, severity) => sum + open[severity], 0);
  return (
    <section className="card figures" aria-label={t('figures.label')}>
      <Figure
        name={t('figures.score')}
        value={overall.score === null ? '–' : number(Math.round(overall.score))}
        note={
          overall.score === null
            ? t('figures.noScore')
            : t('figures.confidence', { share: overall.confidence })
        }
      />
      <Figure
        name={t('figures.saving')}
        value={money(savings.counted)}
        note={
          savings.advisory > 0
            ? t('figures.advisory', { amount: savings.advisory })
            : t('figures.prices', { date: savings.priceDate })
        }
      />
      <Figure
        name={t('figures.open')}
        value={number(total)}
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
        note={reads.planned === 0 ? t('figures.noReads') : t('figures.reads', reads)}
      />
    </section>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: ReactNode }) {
  return (
    <div className="figure">
      <div className="name">{name}</div>
      <div className="value">{value}</div>
      <div className="note">{note}</div>
    </div>
  );
}
