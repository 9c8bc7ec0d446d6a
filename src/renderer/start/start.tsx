import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFilePlus, IconFlask2, IconFolderOpen, IconX, type TablerIcon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { Requested } from '../../shared/contract/desktop.ts';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { languageOf } from '../../shared/model/languages.ts';
import { chooseFolder, chosenFolder } from '../data/folder.ts';
import { ask } from '../data/query.ts';
import { fieldbook, listen } from '../fieldbook.ts';
import { type Door, Doors } from '../parts/doors.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { offeredUndo } from '../parts/offered-undo.ts';
import { Path } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import { forgetRecent } from './forget-recent.ts';
import { OpenFile } from './open-file.tsx';
import { openSample } from './sample.ts';
import classes from './start.module.css';

interface Props {
  requested: Requested | null;
  /** No call gets through while the engine is away. */
  ready: boolean;
  /** Where new engagements go unless another folder was chosen. */
  usualFolder: string;
  onNew: () => void;
}

/** Three doors: the sample, a new engagement, a file. That one is open, the window learns from the engine's event. */
export function Start({ requested, ready, usualFolder, onNew }: Props) {
  const { t, locale } = useWords();
  const [file, setFile] = useState<string | null>(requested?.path ?? null);
  // Also of the file that was just put aside: whoever drops it again means it.
  useEffect(() => listen('requested', (again) => again && !again.opening && setFile(again.path)), []);
  const [folder, setFolder] = useState(chosenFolder() ?? usualFolder);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    await work().catch((problem: unknown) => setError(asFieldbookError(problem).toData()));
    setBusy(false);
  };
  const sample = () =>
    attempt(async () => {
      await fieldbook.desktop.prepareFolder({ path: folder });
      await openSample(folder, languageOf(locale), tellProblem);
    });
  const open = () =>
    attempt(async () => {
      const { path } = await fieldbook.desktop.chooseEngagement({});
      if (path !== null) setFile(path);
    });
  const changeFolder = () =>
    attempt(async () => {
      const { path } = await fieldbook.desktop.chooseFolder({});
      if (path === null) return;
      chooseFolder(path);
      setFolder(path);
    });
  const door = (name: 'sample' | 'new' | 'open', icon: TablerIcon, onClick: () => void): Door => ({
    icon,
    name: t(`start.${name}`),
    lead: t(`start.${name}Lead`),
    onClick,
  });
  const doors = file === null;
  useHotkeys(
    doors && ready && !busy
      ? [
          ['S', () => void sample()],
          ['N', onNew],
          ['O', () => void open()],
          ['mod+Z', () => void offeredUndo()?.takeBack()],
        ]
      : [],
  );

  return (
    <main className={classes.start}>
      <header>
        <h1>{t('start.title')}</h1>
        <p className="secondary">{t('start.lead')}</p>
      </header>
      <Doors
        label={t('start.doors')}
        disabled={busy || !ready}
        doors={[
          door('sample', IconFlask2, () => void sample()),
          door('new', IconFilePlus, onNew),
          door('open', IconFolderOpen, () => void open()),
        ]}
      />
      {error && <Problem error={error} />}
      <Recent ready={ready} onChoose={setFile} />
      <footer className={classes.folder}>
        <span className="secondary">{t('start.folder')}</span>{' '}
        <code>
          <Path path={folder} />
        </code>
        <Button size="compact-xs" variant="subtle" onClick={() => void changeFolder()}>
          {t('start.folderChange')}
        </Button>
      </footer>
      {file !== null && (
        <OpenFile
          key={file}
          path={file}
          ready={ready}
          problem={file === requested?.path ? (requested?.error ?? null) : null}
          onClose={() => setFile(null)}
        />
      )}
    </main>
  );
}

function Recent({ ready, onChoose }: { ready: boolean; onChoose: (path: string) => void }) {
  const words = useWords();
  const { t, moment } = words;
  const title = useId();
  const place = useRef<HTMLElement>(null);
  const recent = useQuery({ ...ask('engagement', 'recent', {}), enabled: ready });
  const forget = (path: string) => {
    // The button goes; whoever works by keyboard stays in the list.
    place.current?.focus();
    void forgetRecent(words, path);
  };
  return (
    <section ref={place} className={classes.recent} aria-labelledby={title} tabIndex={-1}>
      <h2 id={title}>{t('start.recent')}</h2>
      {recent.error && <Problem error={recent.error.toData()} onRetry={() => void recent.refetch()} />}
      {recent.data?.files.length === 0 && <p className="secondary">{t('start.recentNone')}</p>}
      <ul>
        {recent.data?.files.slice(0, 8).map((file) => (
          <li key={file.path}>
            <button type="button" className={classes.file} onClick={() => onChoose(file.path)}>
              <strong>{file.client}</strong>
              <code>
                <Path path={file.path} />
              </code>
              <span className="secondary">{moment(file.openedAt)}</span>
            </button>
            <Tooltip label={t('start.forget', { client: file.client })}>
              <ActionIcon
                aria-label={t('start.forget', { client: file.client })}
                onClick={() => forget(file.path)}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </section>
  );
}
