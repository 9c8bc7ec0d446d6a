import { Switch } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useWords } from '../words.ts';
import classes from './compare.module.css';
import { ruleWords } from './rule-words.ts';
import { useCompareChange, useCompareSearch, type Which } from './use-compare.ts';

/** Whether the two sides went by the same rules; where not, which differ, and a switch to take them away. */
export function RulesNote({ which }: { which: Which }) {
  const words = useWords();
  const { t } = words;
  const { rules = 'as-judged' } = useCompareSearch();
  const change = useCompareChange();
  const { data } = useQuery(ask('compare', 'rules', which));
  if (!data)
    return (
      <p className={`secondary ${classes.rules}`} role="status">
        {t('compare.rulesWorking')}
      </p>
    );
  if (!data.differ) return <p className={`secondary ${classes.rules}`}>{t('compare.rulesNone')}</p>;
  return (
    <section className={`${classes.rules} ${classes.ruled}`} aria-label={t('compare.rulesTitle')}>
      <IconAdjustments size={16} stroke={1.5} aria-hidden />
      <div className={classes.rulesWords}>
        <strong>{t('compare.rulesTitle')}.</strong>{' '}
        {t('compare.rulesNote', { rules: data.causes.rules ?? 0 })}
        {!data.kept && <p>{t('compare.rulesNotKept')}</p>}
        {data.lost.length > 0 && <p>{t('compare.rulesLost', { checks: data.lost.join(', ') })}</p>}
        {data.differences.length > 0 && (
          <details>
            <summary>{t('compare.rulesShow')}</summary>
            <ul>
              {data.differences.map((one) => (
                <li key={JSON.stringify(one.difference)}>{ruleWords(one, words)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Switch
        label={t('compare.sameRules')}
        description={t('compare.sameRulesHint')}
        checked={rules === 'same-rules'}
        onChange={(event) =>
          change({
            rules: event.currentTarget.checked ? 'same-rules' : undefined,
            finding: undefined,
          })
        }
      />
    </section>
  );
}
