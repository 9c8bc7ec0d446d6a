import { ActionIcon, Button, Checkbox, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconEyeOff, IconGitCompare, IconStack2, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../data/session.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { Note } from './note.tsx';
import classes from './scans.module.css';

interface Props {
  snapshots: Snapshot[];
  /** The one that all pages show. */
  shown: string | undefined;
  /** The one that is being made. */
  running: string | undefined;
}

/** All snapshots, newest first. */
export function History({ snapshots, shown, running }: Props) {
  const { t, moment, number } = useWords();
  const { engagement } = useSession();
  const go = useNavigate();
  const [picked, setPicked] = useState<string[]>([]);
  const pick = (id: string) =>
    setPicked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-2)));
  const judged = snapshots.filter((one) => one.judged);
  // The list has the newest first.
  const [after, before] = judged.filter(({ id }) => picked.includes(id)).map(({ id }) => id);
  const size = useSize();
  return (
    <Card
      title={t('scans.history.title')}
      aside={
        judged.length > 1 && (
          <div className={classes.controls}>
            {before === undefined && (
              <span className="secondary small">{t('scans.history.compareHint')}</span>
            )}
            <Button
              disabled={before === undefined}
              leftSection={<IconGitCompare size={14} aria-hidden />}
              onClick={() => void go({ href: `/compare?before=${before}&after=${after}` })}
            >
              {t('scans.history.compare')}
            </Button>
          </div>
        )
      }
    >
      <div className={classes.scroll}>
        <table className={classes.history}>
          <thead>
            <tr>
              {judged.length > 1 && (
                <td>
                  <span className="hidden">{t('scans.history.compare')}</span>
                </td>
              )}
              <th scope="col">{t('scans.history.when')}</th>
              <th scope="col">{t('scans.history.state')}</th>
              <th scope="col" className="amount">
                {t('scans.history.accounts')}
              </th>
              <th scope="col" className="amount">
                {t('scans.history.reads')}
              </th>
              <th scope="col" className="amount">
                {t('scans.history.failed')}
              </th>
              <th scope="col" className="amount">
                {t('scans.history.resources')}
              </th>
              <th scope="col" className="amount">
                <Tooltip label={t('scans.history.sizeNote')} multiline w={260}>
                  <span>{t('scans.history.size')}</span>
                </Tooltip>
              </th>
              <th scope="col">{t('scans.history.note')}</th>
              <td>
                <span className="hidden">{t('scans.history.actions')}</span>
              </td>
            </tr>
          </thead>
          <tbody>
            {snapshots.map((one) => {
              const when = moment(one.startedAt);
              // Its numbers move, and stand above.
              const live = one.id === running;
              const refused = one.accounts.filter((account) => account.refused !== null).length;
              return (
                <tr key={one.id} aria-current={one.id === shown || undefined}>
                  {judged.length > 1 && (
                    <td>
                      <Checkbox
                        aria-label={t('scans.history.pick', { when })}
                        checked={picked.includes(one.id)}
                        disabled={!one.judged}
                        onChange={() => pick(one.id)}
                      />
                    </td>
                  )}
                  <th scope="row" className={classes.when}>
                    {when}
                    {one.id === shown && <span className={classes.shown}>{t('scans.history.shown')}</span>}
                  </th>
                  <td className={classes.when}>{t(`scans.history.states.${stateOf(one, running)}`)}</td>
                  <td className="amount">
                    {number(one.accounts.length)}
                    {refused > 0 && (
                      <div className="secondary small">{t('scans.history.refused', { count: refused })}</div>
                    )}
                  </td>
                  <td className="amount">{live ? '–' : number(one.reads.ok)}</td>
                  <td className="amount">{live ? '–' : number(one.reads.failed)}</td>
                  <td className="amount">{live ? '–' : number(one.resources)}</td>
                  <td className="amount">{live || one.bytes === null ? '–' : size(one.bytes)}</td>
                  <td className={classes.noteCell}>
                    <Note snapshot={one.id} note={one.note} when={when} readonly={engagement.readonly} />
                  </td>
                  <td>
                    <Actions snapshot={one} when={when} running={live} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

type State = 'running' | 'brokenOff' | 'paused' | 'cancelled' | 'complete' | 'notJudged';

function stateOf({ id, state, judged }: Snapshot, running: string | undefined): State {
  if (id === running) return 'running';
  if (state === 'running') return 'brokenOff';
  return state === 'complete' && !judged ? 'notJudged' : state;
}

function Actions({ snapshot, when, running }: { snapshot: Snapshot; when: string; running: boolean }) {
  const { t } = useWords();
  const { engagement } = useSession();
  const go = useNavigate();
  const { id } = snapshot;
  const restore = async () => {
    await fieldbook.scan.restore({ snapshot: id });
    tell(t('scans.toast.restored', { when }));
  };
  const remove = () =>
    fieldbook.scan
      .delete({ snapshot: id })
      .then(() => tell(t('scans.toast.deleted', { when }), restore), tellProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('scans.history.more', { when })}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={!snapshot.judged}
          leftSection={<IconStack2 size={14} aria-hidden />}
          onClick={() => void go({ to: '/scans', search: { snapshot: id } })}
        >
          {t('scans.history.open')}
        </Menu.Item>
        <Menu.Item
          disabled={!snapshot.judged}
          leftSection={<IconEyeOff size={14} aria-hidden />}
          onClick={() => void go({ to: '/coverage', search: { snapshot: id } })}
        >
          {t('scans.history.coverage')}
        </Menu.Item>
        <Menu.Item
          disabled={running || engagement.readonly}
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => void remove()}
        >
          {t('scans.history.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Bytes in the unit that fits. */
function useSize(): (bytes: number) => string {
  const { locale } = useWords();
  return (bytes) => {
    const [value, unit] =
      bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : bytes < 1e9
          ? [bytes / 1e6, 'megabyte']
          : [bytes / 1e9, 'gigabyte'];
    return value.toLocaleString(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    });
  };
}
