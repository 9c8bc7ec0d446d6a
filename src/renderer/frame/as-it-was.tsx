import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAsItWas } from '../data/snapshot.ts';
import { phaseName } from '../phases/name.ts';
import { useWords } from '../words.ts';
import classes from './frame.module.css';

/** Says on every page that a closed phase is shown as it was, and leads back to now. */
export function AsItWas() {
  const { t, moment } = useWords();
  const go = useNavigate();
  const milestone = useAsItWas();
  if (!milestone) return null;
  return (
    <section className={classes.asItWas} aria-label={t('phases.milestones')}>
      <IconFlag size={15} stroke={1.5} aria-hidden />
      <span role="status">
        {t('phases.asItWas', { name: phaseName(milestone.phase, t), when: moment(milestone.closedAt) })}
      </span>
      <Button
        size="compact-sm"
        onClick={() =>
          void go({ to: '.', search: ((before: object) => ({ ...before, snapshot: undefined })) as never })
        }
      >
        {t('phases.backToNow')}
      </Button>
    </section>
  );
}
