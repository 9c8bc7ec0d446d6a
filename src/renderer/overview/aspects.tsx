import { useId } from 'react';
import { useWords } from '../words.ts';
import { Radar } from './radar.tsx';
import type { ScoresData } from './types.ts';

/** The eight aspects as a shape and as numbers. */
export function Aspects({ aspects }: { aspects: ScoresData['aspects'] }) {
  const { t, number, percent } = useWords();
  const titles = { radar: useId(), scores: useId() };
  return (
    <div className="columns wide-right">
      <section className="card" aria-labelledby={titles.radar}>
        <h2 id={titles.radar}>{t('aspects.radar')}</h2>
        <Radar
          axes={aspects.map(({ aspect, score }) => ({ name: t(`aspectNames.${aspect}`), score }))}
          label={t('aspects.radarLabel')}
        />
      </section>
      <section className="card" aria-labelledby={titles.scores}>
        <h2 id={titles.scores}>
          {t('aspects.scores')} <small>{t('aspects.note')}</small>
        </h2>
        <table className="scores">
          <thead>
            <tr>
              <th scope="col">{t('aspects.aspect')}</th>
              <td />
              <th scope="col" className="amount">
                {t('aspects.score')}
              </th>
              <th scope="col" className="amount">
                {t('aspects.confidence')}
              </th>
              <th scope="col" className="amount">
                {t('aspects.fails')}
              </th>
              <th scope="col" className="amount">
                {t('aspects.unknowns')}
              </th>
            </tr>
          </thead>
          <tbody>
            {aspects.map(({ aspect, score, confidence, fail, unknown }) => (
              <tr key={aspect}>
                <th scope="row">{t(`aspectNames.${aspect}`)}</th>
                <td className="bar" aria-hidden="true">
                  <div className={score === null ? 'track none' : 'track'}>
                    <div style={{ width: `${score ?? 0}%` }} />
                  </div>
                </td>
                <td className="amount strong">
                  {score === null ? (
                    <span className="secondary">{t('aspects.none')}</span>
                  ) : (
                    number(Math.round(score))
                  )}
                </td>
                <td className="amount secondary">{score === null ? '–' : percent(confidence)}</td>
                <td className="amount">{number(fail)}</td>
                <td className="amount secondary">{number(unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
