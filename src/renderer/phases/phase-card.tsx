import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useSession } from '../data/session.ts';
import type { Milestone } from '../data/snapshot.ts';
import { tell } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { CloseDialog } from './close-dialog.tsx';
import { PhaseFields } from './fields.tsx';
import { phaseName } from './name.ts';
import { PhaseFigures } from './phase-figures.tsx';
import classes from './phases.module.css';
import type { Now, PhaseRow, SavePhases } from './use-save.ts';

interface Props {
  phase: PhaseRow;
  at: number;
  /** Of the phase that is worked on: what it has come to so far. */
  now: Now | null;
  /** No open phase stands before it, none after it. */
  first: boolean;
  last: boolean;
  save: SavePhases;
}

/** One phase: what it is, what it came to, and what can be done with it. */
export function PhaseCard({ phase, at, now, first, last, save }: Props) {
  const { t, moment } = useWords();
  const { readonly } = useSession().engagement;
  const [closing, setClosing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const name = phaseName(phase, t);
  const { milestone } = phase;
  const state = milestone ? 'closed' : now ? 'open' : 'later';
  const standing = milestone ? milestone.standing : (now?.standing ?? null);
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={`card ${classes.phase}`}
      aria-label={name}
      data-state={state}
    >
      <header className={classes.head}>
        <span className={classes.number} aria-hidden>
          {milestone ? <IconCheck size={15} /> : at + 1}
        </span>
        <div className={classes.title}>
          <h2>
            {name} <small>{t(`phases.${state}`)}</small>
          </h2>
          <p className="secondary">
            {milestone
              ? t('phases.closedOn', { when: moment(milestone.closedAt), who: milestone.closedBy })
              : t('phases.number', { number: at + 1 })}
            {' · '}
            {state === 'later'
              ? t('phases.afterOthers')
              : standing
                ? t(milestone ? 'phases.wasAt' : 'phases.nowAt', { when: moment(standing.startedAt) })
                : t(milestone ? 'phases.nothingJudged' : 'phases.nothingYet')}
          </p>
        </div>
        {!milestone && !readonly && <Order phase={phase} name={name} first={first} last={last} save={save} />}
      </header>
      {milestone || readonly ? <Dates phase={phase} /> : <PhaseFields phase={phase} at={at} save={save} />}
      {milestone?.note && <p className={classes.note}>{milestone.note}</p>}
      {standing && (
        <PhaseFigures
          name={name}
          standing={standing}
          answers={(milestone ? milestone.records : now!.records).answer ?? 0}
        />
      )}
      {milestone && <Ways milestone={milestone} />}
      {now && !readonly && (
        <div className={classes.ways}>
          <Button variant="filled" onClick={() => setClosing(true)}>
            {t('phases.close')}
          </Button>
        </div>
      )}
      {closing && (
        <CloseDialog
          phase={phase.id}
          name={name}
          onClose={(closed) => {
            setClosing(false);
            // The button that led here goes with the phase that is closed.
            card.current?.focus();
            if (closed) tell(t('phases.didClose', { name }));
          }}
        />
      )}
    </section>
  );
}

/** Where the phase stands among the others, and away with it. */
function Order({
  phase,
  name,
  first,
  last,
  save,
}: Pick<Props, 'phase' | 'first' | 'last' | 'save'> & { name: string }) {
  const { t } = useWords();
  const move = (by: -1 | 1) =>
    void save((all) => {
      const from = all.findIndex(({ id }) => id === phase.id);
      const next = [...all];
      const [moved] = next.splice(from, 1);
      next.splice(from + by, 0, moved!);
      return next;
    });
  const remove = async () => {
    let former: Parameters<SavePhases>[0] = (all) => all;
    const done = await save((all) => {
      former = () => all;
      return all.filter(({ id }) => id !== phase.id);
    });
    if (done) tell(t('phases.removed', { name }), () => save(former));
  };
  const buttons = [
    { key: 'up', icon: IconArrowUp, off: first, onClick: () => move(-1) },
    { key: 'down', icon: IconArrowDown, off: last, onClick: () => move(1) },
    { key: 'remove', icon: IconX, off: false, onClick: () => void remove() },
  ] as const;
  return (
    <div className={classes.order}>
      {buttons.map(({ key, icon: Icon, off, onClick }) => (
        <Tooltip key={key} label={t(`phases.${key}`, { name })}>
          <ActionIcon aria-label={t(`phases.${key}`, { name })} disabled={off} onClick={onClick}>
            <Icon size={15} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

function Dates({ phase: { from, to } }: { phase: PhaseRow }) {
  const { t, locale } = useWords();
  const day = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  if (!from && !to) return null;
  return (
    <p className="secondary">
      {from && `${t('phases.begins')} ${day(from)}`} {to && `${t('phases.ends').toLowerCase()} ${day(to)}`}
    </p>
  );
}

/** Places where a closed phase is seen as it was. */
function Ways({ milestone: { id, standing, reports } }: { milestone: Milestone }) {
  const { t } = useWords();
  if (!standing) return null;
  const search = { snapshot: id } as never;
  return (
    <nav className={classes.ways} aria-label={t('phases.look')}>
      <Link to="/" search={search}>
        {t('phases.look')}
      </Link>
      <Link to="/findings" search={search}>
        {t('phases.findings')}
      </Link>
      {reports.length > 0 && (
        <Link to="/reports" search={{ snapshot: id, view: 'made' } as never}>
          {t('phases.reports', { count: reports.length })}
        </Link>
      )}
      <Link to="/compare" search={{ before: id } as never}>
        {t('phases.compareNow')}
      </Link>
    </nav>
  );
}
