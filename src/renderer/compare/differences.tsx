import type { PropertyChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import { useWords } from '../words.ts';
import classes from './compare.module.css';

/** Properties that differ, each with its old and new value side by side. */
export function Differences({ title, changes }: { title: string; changes: readonly PropertyChange[] }) {
  return (
    <section className={classes.differences} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {changes.map(({ path, before, after }) => (
          <li key={path}>
            <code className={classes.path}>{path}</code>
            <div className={classes.values}>
              <Value side="then" value={before} />
              <Value side="now" value={after} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ side, value }: { side: 'then' | 'now'; value: JsonValue | undefined }) {
  const { t } = useWords();
  return (
    <div>
      <small>{t(`compare.${side}`)}</small>
      {value === undefined ? (
        <p className="secondary">{t('compare.absent')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long value is scrolled by keyboard
        <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
      )}
    </div>
  );
}
