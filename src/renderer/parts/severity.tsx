import type { Severity } from '../../shared/model/finding.ts';
import { useWords } from '../words.ts';

/** Shape as well as colour, so that nobody has to tell red from orange. */
const shapes: Record<Severity, string> = {
  critical: 'M6 0.5 11.5 6 6 11.5 0.5 6Z',
  high: 'M6 1 11.5 11 0.5 11Z',
  medium: 'M1.5 1.5h9v9h-9Z',
  low: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0 -10Z',
};

export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <svg className={`severity ${severity}`} viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <path d={shapes[severity]} />
    </svg>
  );
}

export function SeverityName({ severity }: { severity: Severity }) {
  const { t } = useWords();
  return (
    <span className={`severity-name ${severity}`}>
      <SeverityMark severity={severity} /> {t(`severities.${severity}`)}
    </span>
  );
}
