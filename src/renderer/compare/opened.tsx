import { ActionIcon, Skeleton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import classes from './compare.module.css';

interface Props {
  title: string | undefined;
  lead: ReactNode;
  error: FieldbookError | null;
  onRetry: () => void;
  onClose: () => void;
  /** Undefined while it is on its way. */
  children: ReactNode | undefined;
}

/** The frame of what is opened at the side of a list of changes. */
export function Opened({ title, lead, error, onRetry, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.opened}>
      <header className={classes.head}>
        <div>
          <h2>{title ?? t('common.loading')}</h2>
          {lead}
        </div>
        <ActionIcon aria-label={t('compare.close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {error ? <Problem error={error.toData()} onRetry={onRetry} /> : (children ?? <Skeleton height={160} />)}
    </div>
  );
}
