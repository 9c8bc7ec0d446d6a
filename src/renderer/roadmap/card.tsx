import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { dayName } from './days.ts';
import classes from './roadmap.module.css';
import type { RoadmapItem } from './use-plan.ts';

interface Props {
  item: RoadmapItem;
  open: boolean;
  movable: boolean;
  onOpen: () => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
  /** Another was dropped on it. */
  onDrop: (id: string) => void;
}

export function BoardCard({ item, open, movable, onOpen, onFocus, onKey, onDrop }: Props) {
  const { t, locale, money } = useWords();
  const { id, title, severity, owner, effort, counted, from, to, status, warnings } = item;
  return (
    <li
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDrop={(event) => {
        event.stopPropagation();
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <button
        type="button"
        className={classes.card}
        data-action={id}
        data-status={status}
        aria-pressed={open}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown"
        onClick={onOpen}
        onFocus={onFocus}
        onKeyDown={onKey}
      >
        <span className={classes.name}>
          {severity && <SeverityMark severity={severity} />}
          <span>{title}</span>
        </span>
        <span className={classes.line}>
          <span className={classes[status]}>{t(`advice.statuses.${status}`)}</span>
          <span>{t('roadmap.days', { days: effort })}</span>
          {counted > 0 && <span>{money(counted)}</span>}
        </span>
        <span className={classes.line}>
          <span>{owner || t('roadmap.noOwner')}</span>
          <span>
            {from && to ? `${dayName(from, locale)} – ${dayName(to, locale)}` : t('roadmap.noDates')}
          </span>
        </span>
        {warnings.map(({ kind, id: other, title: needed }) => (
          <span key={other} className={classes.warning}>
            <IconAlertTriangle size={13} aria-hidden /> {t(`roadmap.warnings.${kind}`, { title: needed })}
          </span>
        ))}
        {item.progress === 'resolved' && item.horizon !== 'done' && (
          <span className={classes.good}>{t('recommendations.progress.resolved')}</span>
        )}
        {item.progress === 'regressed' && (
          <span className={classes.warning}>
            <IconAlertTriangle size={13} aria-hidden /> {t('recommendations.progress.regressed')}
          </span>
        )}
      </button>
    </li>
  );
}
