import { grounds, legibilityOf } from '../../shared/colour.ts';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** How well the accent can be read on each ground of a report, in words and as it will be. */
export function Contrast({ accent }: { accent: string }) {
  const { t, number } = useWords();
  return (
    <ul className={classes.contrast} aria-label={t('settings.contrast.title')}>
      {legibilityOf(accent).map(({ ground, ratio, carries, printed }) => (
        <li key={ground}>
          <span
            className={classes.sample}
            style={{ background: grounds[ground], color: printed }}
            aria-hidden="true"
          >
            Aa
          </span>
          <span className="small">
            {t(`settings.contrast.${ground}`)}: {number(Math.floor(ratio * 10) / 10)} : 1,{' '}
            {t(`settings.contrast.${carries}`)}
            {printed.toLowerCase() !== accent.toLowerCase() &&
              ` ${t('settings.contrast.moved', { colour: printed })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
