import { Button } from '@mantine/core';
import type { ErrorData } from '../../shared/contract/errors.ts';
import { useWords } from '../words.ts';
import { explain } from './explain.ts';

/** An error for a person: what happened and what to do next. */
export function Problem({ error, onRetry }: { error: ErrorData; onRetry?: () => void }) {
  const words = useWords();
  const { what, next, named, language } = explain(error, words);
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{next}</p>
      {named && (
        <p className="secondary small" lang={language}>
          {named}
        </p>
      )}
      {onRetry && (
        <Button mt={8} onClick={onRetry}>
          {words.t('problem.retry')}
        </Button>
      )}
    </div>
  );
}
