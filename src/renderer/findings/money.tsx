import { formatMoney } from '../../shared/model/money.ts';
import type { FindingData } from '../data/types.ts';
import { useWords } from '../words.ts';
import classes from './findings.module.css';

type Saving = FindingData['saving'];

/** A saving a month; one that does not enter the totals is set apart. */
export function Amount({ saving }: { saving: Saving }) {
  const { t, locale } = useWords();
  if (!saving) return <span className="secondary">–</span>;
  const amount = formatMoney(saving.monthly, saving.currency, locale);
  return saving.counted ? (
    <span>{amount}</span>
  ) : (
    <span className={classes.advisory} title={t('findings.advisory')}>
      {amount}
    </span>
  );
}
