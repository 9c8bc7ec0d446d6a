import { aspects } from '../../shared/model/aspect.ts';
import { useWords } from '../words.ts';
import type { ActionDetail } from './look.ts';
import classes from './recommendations.module.css';

/** The aspects that it improves: ●○○ noticeably, ●●○ clearly, ●●● as the reason to do it, and the same in words. */
export function Impact({ impact }: Pick<ActionDetail, 'impact'>) {
  const { t } = useWords();
  return (
    <ul className={classes.impact}>
      {aspects.flatMap((aspect) => {
        const strength = impact[aspect] as 1 | 2 | 3 | undefined;
        return strength
          ? [
              <li key={aspect}>
                <span aria-hidden>{'●'.repeat(strength) + '○'.repeat(3 - strength)}</span>{' '}
                {t(`aspectNames.${aspect}`)}{' '}
                <span className="secondary">{t(`recommendations.panel.strengths.${strength}`)}</span>
              </li>,
            ]
          : [];
      })}
    </ul>
  );
}
