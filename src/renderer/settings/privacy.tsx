import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { Path } from '../parts/path.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';
import { useWorkspace } from './use-workspace.ts';

/** What is kept where, what is sent to whom, and what may be asked of AWS at all. */
export function Privacy() {
  const { t } = useWords();
  const { engagement } = useSession();
  const { data } = useWorkspace();
  return (
    <>
      <Card title={t('settings.privacy.kept')}>
        <dl className={classes.facts}>
          <dt>{t('settings.privacy.engagement')}</dt>
          <dd>
            <code>
              <Path path={engagement.path} />
            </code>
            <p className="secondary">{t('settings.privacy.engagementNote')}</p>
          </dd>
          <dt>{t('settings.privacy.workspace')}</dt>
          <dd>
            <code>{data ? <Path path={data.path} /> : '…'}</code>
            <p className="secondary">{t('settings.privacy.workspaceNote')}</p>
          </dd>
          <dt>{t('settings.privacy.window')}</dt>
          <dd className="secondary">{t('settings.privacy.windowNote')}</dd>
          <dt>{t('settings.privacy.keys')}</dt>
          <dd className="secondary">{t('settings.privacy.keysNote')}</dd>
        </dl>
      </Card>
      <Card title={t('settings.privacy.sent')}>
        <p>{t('settings.privacy.sentNote')}</p>
      </Card>
      <Operations />
      <CallLog />
    </>
  );
}

function Operations() {
  const { t } = useWords();
  const { data } = useQuery(ask('app', 'operations', {}));
  if (!data) return <RowsSkeleton rows={6} />;
  const count = data.services.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <Card title={t('settings.privacy.operations')} note={t('settings.privacy.operationsNote', { count })}>
      <details>
        <summary>{t('settings.privacy.showOperations')}</summary>
        <div className={classes.operations}>
          {data.services.map(({ service, operations }) => (
            <div key={service}>
              <strong>{service}</strong>
              <ul>
                {operations.map((operation) => (
                  <li key={operation}>
                    <code>{operation}</code>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </Card>
  );
}

const WINDOW = 50;

function CallLog() {
  const { t, moment, number } = useWords();
  const saveAs = useSaveAs();
  const which = useWhich();
  const snapshots = useSnapshots();
  const [offset, setOffset] = useState(0);
  const judged = snapshots?.shown?.judged === true;
  const { data } = useQuery({
    ...ask('exchange', 'calls', { ...which, offset, limit: WINDOW }),
    enabled: judged,
  });
  const save = () =>
    saveAs({
      name: 'calls.csv',
      kind: 'csv',
      page: '/settings?section=privacy',
      write: (path, signal) =>
        fieldbook.exchange.export({ ...which, what: 'calls', format: 'csv', path }, { signal }),
      said: (path, { rows }) => t('settings.privacy.saved', { rows: number(rows), path }),
    });
  return (
    <Card
      title={t('settings.privacy.calls')}
      note={data && t('settings.privacy.callsNote', { count: data.total })}
      aside={judged && <Button onClick={() => void save()}>{t('settings.privacy.saveCalls')}</Button>}
    >
      {snapshots && !judged && <p className="secondary">{t('settings.privacy.noCalls')}</p>}
      {data && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <section className={classes.log} aria-label={t('settings.privacy.calls')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{t('settings.privacy.columns.at')}</th>
                  <th>{t('settings.privacy.columns.account')}</th>
                  <th>{t('settings.privacy.columns.region')}</th>
                  <th>{t('settings.privacy.columns.operation')}</th>
                  <th>{t('settings.privacy.columns.outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {data.calls.map((call, at) => (
                  <tr key={offset + at}>
                    <td>{moment(call.at)}</td>
                    <td>{call.account}</td>
                    <td>{call.region}</td>
                    <td>
                      <code>{call.operation}</code>
                    </td>
                    <td>{call.outcome}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className={classes.row}>
            <Button disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - WINDOW))}>
              {t('settings.privacy.earlier')}
            </Button>
            <span className="secondary">
              {t('settings.privacy.range', {
                from: number(Math.min(offset + 1, data.total)),
                to: number(Math.min(offset + WINDOW, data.total)),
                of: number(data.total),
              })}
            </span>
            <Button disabled={offset + WINDOW >= data.total} onClick={() => setOffset(offset + WINDOW)}>
              {t('settings.privacy.later')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
