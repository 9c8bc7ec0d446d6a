import type { Outcome } from '../../shared/model/outcome.ts';
import { Copy } from '../parts/code.tsx';
import { useWords } from '../words.ts';
import { type Detail, Section } from './detail.tsx';
import classes from './findings.module.css';

/** What was seen, by which reads, and which reads are missing with what would mend that. */
export function Evidence({ finding: { seen, reads, missing } }: { finding: Detail }) {
  const { t } = useWords();
  const facts = linesOf(seen);
  return (
    <Section title={t('findings.panel.evidence')}>
      {facts.length > 0 && (
        <dl className={classes.seen}>
          {facts.map(({ path, name, depth, value }) => (
            <div key={path}>
              <dt className={depth > 0 ? classes.inner : undefined}>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && (
        <ul className={classes.missing}>
          {missing.map(({ read, outcome, permission }) => (
            <li key={read}>
              <code>{read}</code> {t(`outcomes.${outcome as Outcome}`)}
              {permission && (
                <span className={classes.permission}>
                  {t('findings.panel.needs')} <code>{permission}</code> <Copy text={permission} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="secondary small">
        {t('findings.panel.reads')} <code>{reads.join(', ')}</code>
      </p>
    </Section>
  );
}

interface Line {
  path: string;
  name: string;
  depth: number;
  value: string;
}

/** A line for each property, those of objects below the object's own. */
const linesOf = (seen: Detail['seen'], path = '', depth = 0): Line[] =>
  Object.entries(seen).flatMap(([name, value]) => {
    const line = { path: `${path}.${name}`, name, depth };
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return [{ ...line, value: '' }, ...linesOf(value, line.path, depth + 1)];
    return [{ ...line, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
