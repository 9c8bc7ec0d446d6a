import { IconAlertCircle, IconNote } from '@tabler/icons-react';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import { type ItemData, isUnreasoned } from './data.ts';

/** The level of an answer as a figure in a ring that is filled by as much; what is not answered is dashed and empty. */
export function LevelMark({ state }: { state: ItemData['state'] }) {
  const { t } = useWords();
  const { answer, level, blocked } = state;
  const name = answer?.notApplicable
    ? t('checklists.states.notApplicable')
    : level !== null
      ? t('checklists.item.level', { level })
      : t(blocked && blocked.why !== 'open' ? 'checklists.states.blocked' : 'checklists.states.open');
  return (
    <span className={classes.mark} data-level={answer?.notApplicable ? 'none' : (level ?? 'open')}>
      <span aria-hidden>{answer?.notApplicable ? '–' : (level ?? '')}</span>
      <span className="hidden">{name}</span>
    </span>
  );
}

/** What else is to be seen of an answer without opening it. */
export function Flags({ state }: { state: ItemData['state'] }) {
  const { t } = useWords();
  const { answer, differs, proposal, level } = state;
  const flag = answer?.changedSince
    ? t('checklists.states.changed')
    : differs
      ? t('checklists.states.differs')
      : state.override
        ? t(isUnreasoned(state) ? 'checklists.states.unreasoned' : 'checklists.states.override')
        : level === null && !answer?.notApplicable && proposal?.level != null
          ? t('checklists.states.proposal', { level: proposal.level })
          : null;
  const urgent = answer?.changedSince != null || differs !== null || isUnreasoned(state);
  if (!flag && !answer?.note) return null;
  return (
    <span className={classes.flags}>
      {flag && (
        <span className={urgent ? classes.urgent : undefined}>
          {urgent && <IconAlertCircle size={13} stroke={1.6} aria-hidden />}
          {flag}
        </span>
      )}
      {answer?.note && (
        <IconNote size={13} stroke={1.6} aria-label={t('checklists.states.noted')} role="img" />
      )}
    </span>
  );
}
