import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';
import { change } from './change.ts';
import { Dismissal } from './dismissal.tsx';
import type { ActionRow } from './look.ts';
import classes from './recommendations.module.css';

interface Props {
  chosen: readonly ActionRow[];
  onClear: () => void;
  onOpen: (id: string) => void;
}

/** What can be done with the recommendations that were chosen; it is there only when some are. */
export function ActionBar({ chosen, onClear, onOpen }: Props) {
  const { t } = useWords();
  const which = useWhich();
  const { readonly } = useSession().engagement;
  const [dismissing, dismiss] = useState(false);
  if (chosen.length === 0) return null;
  const proposed = chosen.filter(({ state }) => state === 'proposed').map(({ id }) => id);
  const standing = chosen.filter(({ state }) => state !== 'dismissed').map(({ id }) => id);
  const adopt = async () => {
    const done = t('recommendations.told.adopted', { count: proposed.length });
    if (await change(() => fieldbook.recommendations.adopt({ ...which, library: proposed }), done)) onClear();
  };
  const merge = async () => {
    let made: string | undefined;
    const work = async () => {
      const { id, step } = await fieldbook.recommendations.merge({ ...which, ids: standing });
      made = id;
      return { step };
    };
    if (!(await change(work, t('recommendations.told.merged')))) return;
    onClear();
    if (made) onOpen(made);
  };
  return (
    <section className={classes.bar} aria-label={t('recommendations.actions.label')}>
      <strong aria-live="polite">{t('recommendations.actions.selected', { count: chosen.length })}</strong>
      <Button variant="filled" disabled={readonly || proposed.length === 0} onClick={() => void adopt()}>
        {t('recommendations.actions.adopt')}
      </Button>
      <Button disabled={readonly || standing.length < 2 || standing.length > 20} onClick={() => void merge()}>
        {t('recommendations.actions.merge')}
      </Button>
      <Button disabled={readonly || standing.length === 0} onClick={() => dismiss(true)}>
        {t('recommendations.actions.dismiss')}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t('recommendations.actions.clear')}
      </Button>
      <Dismissal ids={standing} opened={dismissing} onClose={() => dismiss(false)} onDone={onClear} />
    </section>
  );
}
