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
  const marks = [
    ...(library === null ? [['own', t('recommendations.marks.own')] as const] : []),
    ...(changedHere ? [['edited', t('recommendations.marks.changedHere')] as const] : []),
    ...(changedInLibrary ? [['news', t('recommendations.marks.changedInLibrary')] as const] : []),
    ...(state === 'adopted' && progress === 'resolved' && horizon !== 'done'
      ? [['resolved', t('recommendations.progress.resolved')] as const]
      : []),
    ...(progress === 'regressed' ? [['regressed', t('recommendations.progress.regressed')] as const] : []),
  ];
  return marks.map(([name, text]) => (
    <span key={name} className={`${classes.mark} ${classes[name] ?? ''}`}>
      {text}
    </span>
  ));
}
