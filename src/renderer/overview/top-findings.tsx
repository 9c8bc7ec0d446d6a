import { useId } from 'react';
import { severities } from '../../shared/model/finding.ts';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import type { FindingData, OverviewData } from './types.ts';

/** The worst that is open, each with its sentence of reason. */
export function TopFindings({ findings, open }: { findings: FindingData[]; open: OverviewData['open'] }) {
  const { t, money } = useWords();
  const title = useId();
  const total = severities.reduce((sum, severity) => sum + open[severity], 0);
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>
        {t('top.title')} {total > 0 && <small>{t('top.note', { count: total })}</small>}
      </h2>
      {total === 0 ? (
        <p className="secondary">{t('top.none')}</p>
      ) : (
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">{t('top.severity')}</th>
              <th scope="col">{t('top.finding')}</th>
              <th scope="col" className="amount">
                {t('top.saving')}
              </th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={finding.id}>
                <td>
                  <SeverityName severity={finding.severity} />
                </td>
                <td>
                  <div className="strong">{finding.title}</div>
                  <div className="secondary">{finding.reason}</div>
                  <code>{placeOf(finding.resource)}</code>
                </td>
                <td className="amount">
                  {finding.saving ? money(finding.saving.monthly) : '–'}
                  {finding.saving && !finding.saving.counted && (
                    <div className="secondary">{t('top.advisory')}</div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Name, account and region; a thing of the account itself is named after it. */
const placeOf = ({ name, arn, account, region }: FindingData['resource']): string =>
  [...new Set([name || arn, account, region])].filter(Boolean).join(' · ');
