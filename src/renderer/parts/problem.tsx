import type { ErrorCode, ErrorData } from '../../shared/contract/errors.ts';
import { useWords, type WindowWords } from '../words.ts';

/** An error for a person: what happened and what to do next. */
export function Problem({ error, onRetry }: { error: ErrorData; onRetry?: () => void }) {
  const words = useWords();
  const { what, next } = explain(error, words);
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{next}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {words.t('problem.retry')}
        </button>
      )}
    </div>
  );
}

/** Codes that the window can put in the reader's own language; for the rest the engine's words stand. */
const known = [
  'wrong-passphrase',
  'file-not-found',
  'file-foreign',
  'file-damaged',
  'file-from-future',
  'file-in-use',
  'engine-lost',
  'version-mismatch',
] as const satisfies ErrorCode[];

function explain({ code, message, next }: ErrorData, { t }: WindowWords): { what: string; next: string } {
  const one = known.find((each) => each === code);
  return one ? { what: t(`errors.${one}.what`), next: t(`errors.${one}.next`) } : { what: message, next };
}
