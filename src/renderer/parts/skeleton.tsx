import { Skeleton } from '@mantine/core';
import { useWords } from '../words.ts';
import classes from './page.module.css';

/** The place of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <Skeleton height={20} width={160} />
      <RowsSkeleton rows={8} />
    </div>
  );
}

/** The place of a table or list whose rows are on their way. */
export function RowsSkeleton({ rows }: { rows: number }) {
  const { t } = useWords();
  return (
    <div className="card rows-skeleton" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={12} width={`${88 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  );
}
