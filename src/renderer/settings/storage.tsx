import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { runJob } from '../data/jobs.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { idle } from '../parts/idle.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Path, useUnderHome } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { bytesInWords } from './bytes.ts';
import { type FileWork, useFileWork, workOnFile } from './file-work.ts';
import { Passphrase } from './passphrase.tsx';
import classes from './settings.module.css';
import { TextSetting } from './text-setting.tsx';
import { useWorkspace } from './use-workspace.ts';

type Info = Answer<'storage', 'info'>;

/** The engagement file as a file. */
export function Storage() {
  const { t, locale } = useWords();
  const { data, error, refetch } = useQuery(ask('storage', 'info', {}));
  const { data: workspace, setPreferences } = useWorkspace();
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={6} />;
  const size = (bytes: number) => bytesInWords(bytes, locale);
  return (
    <>
      <Card title={t('settings.storage.file')}>
        <dl className={classes.facts}>
          <dt>{t('settings.storage.path')}</dt>
          <dd>
            <code>
              <Path path={data.path} />
            </code>
          </dd>
          <dt>{t('settings.storage.encryption')}</dt>
          <dd>{t('settings.storage.cipher', { cipher: data.cipher })}</dd>
          <dt>{t('settings.storage.size')}</dt>
          <dd>
            {size(data.file)}
            {data.wal > 0 && ` · ${t('settings.storage.wal', { size: size(data.wal) })}`}
          </dd>
          <dt>{t('settings.storage.free')}</dt>
          <dd>{size(data.free)}</dd>
        </dl>
        <Work info={data} />
      </Card>
      <Card title={t('settings.storage.snapshots')} note={t('settings.storage.snapshotsNote')}>
        <Snapshots info={data} />
      </Card>
      <Passphrase readonly={data.readonly} />
      <Card title={t('settings.storage.reports')}>
        <div className={classes.form}>
          <TextSetting
            label={t('settings.storage.reportFolder')}
            description={t('settings.storage.reportFolderNote')}
            value={workspace?.preferences.reportFolder ?? ''}
            onSave={(value) => setPreferences({ reportFolder: value || null })}
          />
        </div>
      </Card>
    </>
  );
}

/** Backing up, compacting, verifying: one at a time, each with how far it is. */
function Work({ info }: { info: Info }) {
  const { t, locale } = useWords();
  const written = useUnderHome();
  const running = useFileWork();
  const first = useRef<HTMLButtonElement>(null);
  const run = (what: FileWork['what'], work: (abort: AbortController) => Promise<string | null>) => {
    if (running) return;
    workOnFile(what, work).then((said) => said && tell(said), tellProblem);
  };
  const size = (bytes: number) => bytesInWords(bytes, locale);
  const backup = async (abort: AbortController) => {
    const { path } = await fieldbook.desktop.chooseSave({ name: backupName(info.path), kind: 'fieldbook' });
    if (path === null) return null;
    const made = await runJob('export', '/settings?section=storage', (signal) => {
      // From the tray as well as from here.
      signal.addEventListener('abort', () => abort.abort(), { once: true });
      return fieldbook.storage.backup({ path }, { signal: abort.signal });
    });
    return t('settings.storage.backedUp', { path: written(made.path), size: size(made.bytes) });
  };
  const compact = async () => {
    const { before, after } = await fieldbook.storage.compact({});
    return t('settings.storage.compacted', { before: size(before), after: size(after) });
  };
  const verify = async () => {
    const { problems } = await fieldbook.storage.verify({});
    return problems.length === 0
      ? t('settings.storage.sound')
      : t('settings.storage.unsound', { problems: problems.slice(0, 3).join('; ') });
  };
  return (
    <>
      <div className={classes.row}>
        <Button
          ref={first}
          variant="filled"
          {...idle(running !== null)}
          onClick={() => run('backup', backup)}
        >
          {t('settings.storage.backup')}
        </Button>
        <Button {...idle(running !== null)} disabled={info.readonly} onClick={() => run('compact', compact)}>
          {t('settings.storage.compact')}
        </Button>
        <Button {...idle(running !== null)} onClick={() => run('verify', verify)}>
          {t('settings.storage.verify')}
        </Button>
      </div>
      {running && (
        <div role="status" className={classes.choice}>
          <span className="secondary small">{t(`settings.storage.running.${running.what}`)}</span>
          <Progress
            w={260}
            size="sm"
            value={running.share === null ? 100 : running.share * 100}
            animated={running.share === null}
            aria-label={t(`settings.storage.running.${running.what}`)}
          />
          {running.cancel && (
            <Button
              size="compact-xs"
              onClick={() => {
                running.cancel?.();
                first.current?.focus();
              }}
            >
              {t('common.cancel')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The file's own name with the day. */
function backupName(path: string): string {
  const name = path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.fieldbook$/, '');
  return `${name} ${new Date().toISOString().slice(0, 10)}.fieldbook`;
}

function Snapshots({ info }: { info: Info }) {
  const { t, moment, number, locale } = useWords();
  if (info.snapshots.length === 0) return <p className="secondary">{t('settings.storage.noSnapshots')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>{t('settings.storage.columns.snapshot')}</th>
          <th className="amount">{t('settings.storage.columns.resources')}</th>
          <th className="amount">{t('settings.storage.columns.own')}</th>
          <th className="amount">{t('settings.storage.columns.shared')}</th>
        </tr>
      </thead>
      <tbody>
        {info.snapshots.map((snapshot) => (
          <tr key={snapshot.id}>
            <td>{moment(snapshot.startedAt)}</td>
            <td className="amount">{number(snapshot.resources)}</td>
            <td className="amount">{bytesInWords(snapshot.own, locale)}</td>
            <td className="amount">{bytesInWords(snapshot.shared, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
