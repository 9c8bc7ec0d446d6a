import { useMemo } from 'react';
import { type RadarAxis, radarOption } from '../../shared/charts/radar.ts';
import type { ChartStyle } from '../../shared/charts/style.ts';
import type { ScoresData } from '../data/types.ts';
import { AspectIcon } from '../parts/aspect.tsx';
import { Card } from '../parts/card.tsx';
import { Chart } from '../parts/chart.tsx';
import { useWords } from '../words.ts';
import { Trend } from './trend.tsx';

interface Props {
  aspects: ScoresData['aspects'];
  /** Of the snapshot before; null when there is none. */
  before: ScoresData['aspects'] | null;
}

/** The eight aspects as a shape and as numbers, now and before. */
export function Aspects({ aspects, before }: Props) {
  const { t, number, percent } = useWords();
  const radar = useMemo(() => {
    const axes = (of: ScoresData['aspects']): RadarAxis[] =>
      of.map(({ aspect, score }) => ({ name: t(`aspectNames.${aspect}`), score }));
    return (style: ChartStyle) => radarOption(axes(aspects), style, before ? axes(before) : undefined);
  }, [aspects, before, t]);
  return (
    <div className="columns wide-right">
      <Card title={t('aspects.radar')} note={before && t('aspects.legend')}>
        <Chart option={radar} label={t('aspects.radarLabel')} className="radar" />
      </Card>
      <Card title={t('aspects.scores')} note={t('aspects.note')}>
        <table className="scores">
          <thead>
            <tr>
              <th scope="col">{t('aspects.aspect')}</th>
              <td />
              <th scope="col" className="amount">
                {t('aspects.score')}
              </th>
              {before && (
                <th scope="col" className="amount">
                  {t('aspects.trend')}
                </th>
              )}
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
            {aspects.map(({ aspect, score, confidence, fail, unknown }) => {
              const was = before?.find((one) => one.aspect === aspect)?.score ?? null;
              return (
                <tr key={aspect}>
                  <th scope="row">
                    <AspectIcon aspect={aspect} /> {t(`aspectNames.${aspect}`)}
                  </th>
                  <td className="bar" aria-hidden="true">
                    <div className={score === null ? 'track none' : 'track'}>
                      <div style={{ width: `${score ?? 0}%` }} />
                      {was !== null && score !== null && <i style={{ left: `calc(${was}% - 1px)` }} />}
                    </div>
                  </td>
                  <td className="amount strong">
                    {score === null ? (
                      <span className="secondary">{t('aspects.none')}</span>
                    ) : (
                      number(Math.round(score))
                    )}
                  </td>
                  {before && (
                    <td className="amount">
                      <Trend now={score} before={was} better="more" />
                    </td>
                  )}
                  <td className="amount secondary">{score === null ? '–' : percent(confidence)}</td>
                  <td className="amount">{number(fail)}</td>
                  <td className="amount secondary">{number(unknown)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Card>
    </div>
  );
}
