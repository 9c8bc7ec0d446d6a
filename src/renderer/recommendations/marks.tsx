import { useWords } from '../words.ts';
import type { ActionRow } from './look.ts';
import classes from './recommendations.module.css';

/** What deserves a look: how its text stands to the library's, and what became of its findings. */
export function Marks({
  action: { state, library, changedHere, changedInLibrary, progress, horizon },
}: {
  action: ActionRow;
}) {
  const { t } = useWords();
  // Where there is room for one, it is the first.
  const marks = [
    ...(progress === 'regressed' ? [['regressed', t('recommendations.progress.regressed')] as const] : []),
    ...(state === 'adopted' && progress === 'resolved' && horizon !== 'done'
      ? [['resolved', t('recommendations.progress.resolved')] as const]
      : []),
    ...(changedInLibrary ? [['news', t('recommendations.marks.changedInLibrary')] as const] : []),
    ...(changedHere ? [['edited', t('recommendations.marks.changedHere')] as const] : []),
    ...(library === null ? [['own', t('recommendations.marks.own')] as const] : []),
  ];
  return marks.map(([name, text]) => (
    <span key={name} className={`${classes.mark} ${classes[name] ?? ''}`}>
      {text}
    </span>
  ));
}
