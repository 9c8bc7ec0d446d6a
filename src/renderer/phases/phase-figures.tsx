import { severities } from '../../shared/model/finding.ts';
import type { Standing } from '../../shared/model/milestone.ts';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import classes from './phases.module.css';

/** What a phase came to, in five numbers. */
export function PhaseFigures({
  name,
  standing: { scores, savings, open, reads },
  answers,
}: {
  name: string;
  standing: Standing;
  answers: number;
}) {
  const { t, number, money, percent } = useWords();
  const { score, confidence } = scores.overall;
  const figures = [
    {
      key: 'score',
      value: score === null ? '–' : number(Math.round(score)),
      note: score === null ? t('figures.noScore') : t('figures.confidence', { share: confidence }),
    },
    {
      key: 'openFindings',
      value: number(severities.reduce((sum, one) => sum + open[one], 0)),
      note: (
        <span className="by-severity">
          {severities.map((severity) => (
            <span key={severity} className={`severity-name ${severity}`}>
              <SeverityMark severity={severity} /> {number(open[severity])}
              <span className="hidden"> {t(`severities.${severity}`)}</span>
            </span>
          ))}
        </span>
      ),
    },
    { key: 'money', value: money(savings.counted), note: t('phases.advisory', { amount: savings.advisory }) },
    {
      key: 'coverage',
      value: reads.planned === 0 ? '–' : percent(reads.ok / reads.planned),
      note: t('phases.readsOf', reads),
    },
    { key: 'answers', value: number(answers), note: t('phases.answersNote') },
  ] as const;
  return (
    <section className={`figures ${classes.figures}`} aria-label={t('phases.figures', { name })}>
      {figures.map(({ key, value, note }) => (
        <div key={key} className="figure">
          <div className="name">{t(`phases.${key}`)}</div>
          <div className="value">{value}</div>
          <div className="note">{note}</div>
        </div>
      ))}
    </section>
  );
}
