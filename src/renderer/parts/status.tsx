import type { Status } from '../../shared/model/finding.ts';
import { useWords } from '../words.ts';

/** A verdict in a word. Unknown is never a colour of good or bad: grey with a dashed line. */
export function StatusName({ status }: { status: Status }) {
  const { t } = useWords();
  return <span className={`status status-${status}`}>{t(`statuses.${status}`)}</span>;
}
