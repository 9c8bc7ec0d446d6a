import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, type TablerIcon } from '@tabler/icons-react';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';
import { change } from './change.ts';
import type { ActionDetail } from './look.ts';
import classes from './recommendations.module.css';

type Result = ActionDetail['acceptance'][number]['result'];

const icons: Record<Result, TablerIcon> = {
  met: IconCircleCheck,
  'met-where-read': IconCircleCheck,
  unmet: IconCircleX,
  unknown: IconCircleDashed,
  open: IconCircleDashed,
};

/** The conditions with their results: those of checks as the snapshot has them, the others to be ticked by a person. */
export function Conditions({ action }: { action: ActionDetail }) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  return (
    <ul className={classes.conditions}>
      {action.acceptance.map(({ id, text, result, checks, failing, unread }) => {
        const Icon = icons[result];
        const byHand = checks.length === 0 && action.state === 'adopted';
        return (
          <li key={id} className={classes.condition}>
            {byHand ? (
              <Checkbox
                aria-label={text}
                checked={result === 'met'}
                disabled={readonly}
                onChange={(event) => {
                  const met = event.currentTarget.checked || null;
                  void change(
                    () => fieldbook.recommendations.accept({ id: action.id, acceptance: id, met }),
                    t('recommendations.told.accepted'),
                  );
                }}
              />
            ) : (
              <Icon size={16} aria-hidden className={classes[result]} />
            )}
            <span>
              {text}
              <small className={classes.note}>
                {t(`advice.results.${result}`)}
                {unread > 0 && `; ${t('advice.unread', { count: unread })}`}
                {failing > 0 && `, ${t('recommendations.panel.failing', { count: failing })}`}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
