import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import type { CheckSetting } from '../../shared/model/check-setting.ts';
import { runJob } from '../data/jobs.ts';
import { fieldbook } from '../fieldbook.ts';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';
import classes from './checks.module.css';

/** Applies settings as a job that judges anew, and offers to undo it. */
export function useConfigure() {
  const { t } = useWords();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const configure = (settings: CheckSetting[]) =>
    runJob('judge', '/checks', (signal) => fieldbook.checks.configure({ settings }, { signal }));
  const failed = (error: unknown) => {
    if (asFieldbookError(error).code === 'cancelled') tell.done(t('checks.settings.cancelled'));
    else tell.failed(error);
  };
  const undo = async (former: CheckSetting[], title: string) => {
    try {
      await configure(former);
      tell.done(t('checks.settings.undone', { check: title }));
    } catch (error) {
      failed(error);
    }
  };
  const apply = async (settings: CheckSetting[], title: string) => {
    setBusy(true);
    try {
      const { former } = await configure(settings);
      const id = tell.done(
        <span className={classes.undo}>
          {t('checks.settings.applied', { check: title })}
          <Button
            onClick={() => {
              notifications.hide(id);
              void undo(former, title);
            }}
          >
            {t('common.undo')}
          </Button>
        </span>,
        15_000,
      );
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return { apply, busy };
}
