import { Link } from '@tanstack/react-router';
import type { FilterToken } from '../../shared/model/finding-query.ts';
import type { OverviewData } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';

const failuresOf = (check: string): FilterToken[] => [
  { property: 'status', operator: 'is', values: ['fail'] },
  { property: 'check', operator: 'is', values: [check] },
];

/** What to mend first: each line is one check, mended wherever it failed. */
export function Actions({ actions, open }: { actions: OverviewData['actions']; open: number }) {
  const { t, number, money } = useWords();
  return (
    <Card title={t('actions.title')} note={open > 0 && t('actions.note', { count: open })}>
      {actions.length === 0 ? (
        <p className="secondary">{t('actions.none')}</p>
      ) : (
        <table className="actions">
          <thead>
            <tr>
              <th scope="col">{t('actions.action')}</th>
              <th scope="col">{t('actions.aspect')}</th>
              <th scope="col" className="amount">
                {t('actions.findings')}
              </th>
              <th scope="col" className="amount">
                {t('actions.saving')}
              </th>
              <th scope="col">{t('actions.effort')}</th>
              <th scope="col">{t('actions.severity')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ check, title, aspect, findings, counted, advisory, effort, severity }) => (
              <tr key={check}>
                <td>
                  <Link to="/findings" search={{ filter: failuresOf(check) }}>
                    {title}
                  </Link>
                </td>
                <td className="secondary">{t(`aspectNames.${aspect}`)}</td>
                <td className="amount">{number(findings)}</td>
                <td className="amount">
                  {counted > 0 ? (
                    money(counted)
                  ) : advisory > 0 ? (
                    <span className="secondary">{t('actions.advisory', { amount: advisory })}</span>
                  ) : (
                    '–'
                  )}
                </td>
                <td>
                  <span className="effort">{t(`efforts.${effort}`)}</span>
                </td>
                <td>
                  <SeverityName severity={severity} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
