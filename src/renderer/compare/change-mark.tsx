import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCirclePlus,
  IconEqual,
  IconPencil,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react';
import type { FindingChange, ResourceChange } from '../../shared/model/comparison.ts';
import { useWords } from '../words.ts';
import classes from './compare.module.css';

const icons: Record<FindingChange | ResourceChange, TablerIcon> = {
  new: IconArrowUpRight,
  regressed: IconArrowDownRight,
  persisting: IconEqual,
  resolved: IconCircleCheck,
  'no-longer-applicable': IconCircleMinus,
  'not-rechecked': IconCircleDashed,
  added: IconCirclePlus,
  removed: IconCircleMinus,
  changed: IconPencil,
  'not-reread': IconQuestionMark,
};
const colours: Partial<Record<FindingChange | ResourceChange, string>> = {
  new: classes.bad!,
  regressed: classes.bad!,
  resolved: classes.good!,
  'not-rechecked': classes.unknown!,
  'not-reread': classes.unknown!,
};

/** What became of something, by shape and word. What nobody looked at is never a colour of good or bad. */
export function ChangeMark({ change }: { change: FindingChange | ResourceChange }) {
  const { t } = useWords();
  const Icon = icons[change];
  return (
    <span className={`${classes.mark} ${colours[change] ?? ''}`}>
      <Icon size={14} aria-hidden /> {t(`compare.changes.${change}`)}
    </span>
  );
}
