import { IconAdjustments, IconEyeOff, IconServer2 } from '@tabler/icons-react';
import type { Cause } from '../../shared/model/comparison.ts';
import { useWords } from '../words.ts';
import classes from './compare.module.css';

const icons = { infrastructure: IconServer2, rules: IconAdjustments, unseen: IconEyeOff };

/** What made a difference, by shape and by word; a dash where there is none. */
export function CauseMark({ cause }: { cause: Cause }) {
  const { t } = useWords();
  if (cause === 'same') return <span className="secondary">–</span>;
  const Icon = icons[cause];
  return (
    <span
      className={cause === 'unseen' ? `${classes.mark} ${classes.unknown}` : classes.mark}
      title={t(`compare.causeMeans.${cause}`)}
    >
      <Icon size={14} stroke={1.5} aria-hidden /> {t(`compare.causes.${cause}`)}
    </span>
  );
}
