import { formatMoney } from '../../shared/model/money.ts';
import { useWords } from '../words.ts';
import type { Detail } from './detail.tsx';
import classes from './findings.module.css';

/** What a finding saves, on what that rests, and what it takes. */
export function MoneyFacts({ saving }: { saving: NonNullable<Detail['saving']> }) {
  const { t, locale } = useWords();
  const day = new Date(`${saving.priceDate}T00:00:00Z`);
  const facts = [
    ['saving', formatMoney(saving.monthly, saving.currency, locale)],
    ['year', formatMoney(saving.monthly * 12, saving.currency, locale)],
    ['effort', t(`findings.efforts.${saving.effort}`)],
    ['restart', t(saving.restart ? 'common.yes' : 'common.no')],
    ['confidence', t(`findings.confidences.${saving.confidence}`)],
    ['prices', day.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })],
  ] as const;
  return (
    <div className={classes.facts}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`findings.facts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="secondary small">{saving.basis}</p>
      {!saving.counted && <p className="secondary small">{t('findings.advisory')}</p>}
    </div>
  );
}
