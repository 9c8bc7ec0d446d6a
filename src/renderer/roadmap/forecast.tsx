import { useWords } from '../words.ts';
import classes from './roadmap.module.css';
import type { Roadmap } from './use-plan.ts';

/** Where the engagement stands today, and after each horizon. */
export function Forecast({ roadmap: { now, horizons } }: { roadmap: Roadmap }) {
  const { t, number } = useWords();
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value)));
  const steps = horizons.filter(({ horizon, actions }) => horizon !== 'done' && actions > 0);
  return (
    <section className={`card ${classes.forecast}`} aria-label={t('roadmap.forecast.label')}>
      <ol>
        <li>
          <span className="secondary small">{t('roadmap.forecast.today')}</span>
          <strong>
            {t('roadmap.forecast.score')} {score(now.score)}
          </strong>
        </li>
        {steps.map(({ horizon, afterwards, actions, effort }) => (
          <li key={horizon}>
            <span className="secondary small">
              {t('roadmap.forecast.after', { horizon: t(`advice.horizons.${horizon}`) })}
            </span>
            <strong>
              {t('roadmap.forecast.score')} {score(afterwards.score)}
            </strong>
            <span>{t('roadmap.forecast.saving', { amount: afterwards.counted })}</span>
            <span className="secondary small">
              {t('roadmap.forecast.days', { count: actions, days: Math.round(effort * 10) / 10 })}
            </span>
          </li>
        ))}
      </ol>
      <p className="secondary small">{t('roadmap.forecast.note')}</p>
    </section>
  );
}
