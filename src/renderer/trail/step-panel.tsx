import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import type { Entry } from './entry.ts';
import classes from './trail.module.css';

/** One step: its sentence, what it changed, and the way back where there is one. */
export function StepPanel({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t, moment } = useWords();
  const { step, sentence, at, who, what, changes, records } = entry;
  const made = changes.every(({ before }) => before === null);
  const gone = changes.every(({ after }) => after === null);
  const [undoable, setUndoable] = useState(entry.undoable);
  const undo = async () => {
    try {
      await fieldbook.history.undo({ step });
      setUndoable(false);
      tell(t('trail.undone'));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <div className={classes.panel}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      <h2>{sentence}</h2>
      <p className="secondary small">
        {who} · {moment(at)} · <code>{what}</code>
      </p>
      <div>
        <Button leftSection={<IconArrowBackUp size={14} />} disabled={!undoable} onClick={() => void undo()}>
          {t('trail.undo')}
        </Button>
        {!undoable && <p className="secondary small">{t('trail.cannotUndo')}</p>}
      </div>
      {records > 1 && <p className="secondary small">{t('trail.more', { count: records })}</p>}
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">{t('trail.property')}</th>
            {!made && <th scope="col">{t('trail.before')}</th>}
            {!gone && <th scope="col">{t('trail.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              {!made && <td className={before === null ? undefined : classes.before}>{shown(before)}</td>}
              {!gone && <td className={after === null ? undefined : classes.after}>{shown(after)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const shown = (value: unknown): string =>
  value === null || value === '' ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
