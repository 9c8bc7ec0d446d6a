import { Button, Kbd, Modal, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { AnswerKeys } from './keys.ts';

interface Props {
  title: string;
  settled: number;
  of: number;
  keys: AnswerKeys;
  onClose: () => void;
  children: ReactNode;
}

/** One question for the whole room to read. */
export function Interview({ title, settled, of, keys, onClose, children }: Props) {
  const { t } = useWords();
  const progress = t('checklists.progress', { answered: settled, total: of });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={title}
      classNames={{ body: classes.stage!, content: classes.screen! }}
      closeButtonProps={{ 'aria-label': t('checklists.closeInterview') }}
    >
      <div className={classes.room} tabIndex={-1} data-autofocus>
        {children}
      </div>
      <footer className={classes.foot}>
        <Button size="md" leftSection={<Kbd>k</Kbd>} onClick={keys.previous}>
          {t('checklists.item.previous')}
        </Button>
        <div className={classes.meter}>
          <Progress value={of === 0 ? 0 : (settled / of) * 100} aria-label={progress} />
          <span className="secondary">{progress}</span>
        </div>
        <Button size="md" leftSection={<Kbd>u</Kbd>} onClick={keys.nextOpen}>
          {t('checklists.item.nextOpen')}
        </Button>
        <Button size="md" variant="filled" leftSection={<Kbd>j</Kbd>} onClick={keys.next}>
          {t('checklists.item.next')}
        </Button>
      </footer>
    </Modal>
  );
}
