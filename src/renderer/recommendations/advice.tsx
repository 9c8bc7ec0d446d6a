import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { findingChanges } from '../../shared/model/comparison.ts';
import { Code } from '../parts/code.tsx';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { Conditions } from './conditions.tsx';
import { Impact } from './impact.tsx';
import type { ActionDetail } from './look.ts';

/** Where the failing findings of checks are shown. */
export const findingsOf = (checks: readonly string[]) =>
  ({
    filter: [
      { property: 'status', operator: 'is', values: ['fail'] },
      { property: 'check', operator: 'is', values: [...checks], join: 'and' },
    ],
  }) as never;

/** What a recommendation says, part by part. */
export function Advice({ action, onOpen }: { action: ActionDetail; onOpen: (id: string) => void }) {
  const { t, number } = useWords();
  const { words, code } = action;
  const failing = action.checkList.filter(({ findings }) => findings > 0);
  const list = (lines: readonly string[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <>
      {action.restart && <p className="secondary small">{t('recommendations.panel.restart')}</p>}
      {words.problem && <Part name={t('recommendations.panel.problem')}>{<p>{words.problem}</p>}</Part>}
      {words.outcome && <Part name={t('recommendations.panel.outcome')}>{<p>{words.outcome}</p>}</Part>}
      {Object.keys(action.impact).length > 0 && (
        <Part name={t('recommendations.panel.impact')}>
          <Impact impact={action.impact} />
        </Part>
      )}
      {action.before.length > 0 && (
        <Part name={t('recommendations.panel.needs')}>
          <ul>
            {action.before.map(({ id, title, horizon }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => onOpen(id)}>
                  {title}
                </button>
                {horizon && <span className="secondary"> · {t(`advice.horizons.${horizon}`)}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {words.steps.length > 0 && (
        <Part name={t('recommendations.panel.steps')}>
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {action.acceptance.length > 0 && (
        <Part name={t('recommendations.panel.acceptance')}>
          <Conditions action={action} />
        </Part>
      )}
      <Part name={t('recommendations.panel.concerned')}>
        {failing.length === 0 ? (
          <p className="secondary">{t('recommendations.panel.noFindings')}</p>
        ) : (
          <>
            <p>
              <Link to="/findings" search={findingsOf(action.checks)}>
                {t('recommendations.panel.findings', { count: action.findings })}
              </Link>{' '}
              {t('recommendations.panel.resources', { count: action.resources })}
            </p>
            <ul>
              {failing.map(({ id, title, severity, findings }) => (
                <li key={id}>
                  <SeverityName severity={severity} />{' '}
                  <Link to="/findings" search={findingsOf([id])}>
                    {title}
                  </Link>{' '}
                  <span className="secondary">{number(findings)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {action.items.length > 0 && (
          <>
            <p>{t('recommendations.panel.calls', { count: action.items.length })}</p>
            {list(action.items.map(({ question }) => question))}
          </>
        )}
        {action.systemList.length > 0 && (
          <>
            <p>{t('recommendations.panel.systems', { count: action.systemList.length })}</p>
            <ul>
              {action.systemList.map(({ id, name, reasons }) => (
                <li key={id}>
                  {name} <span className="secondary">{reasons.join(' ')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      {action.changes && (
        <Part
          name={t(
            action.horizon === 'done' ? 'recommendations.panel.sinceClosed' : 'recommendations.panel.since',
          )}
        >
          <p>
            {findingChanges
              .filter((change) => (action.changes![change] ?? 0) > 0)
              .map((change) => `${number(action.changes![change]!)} ${t(`compare.changes.${change}`)}`)
              .join(' · ') || '–'}
          </p>
        </Part>
      )}
      {(code.terraform || code.cli) && (
        <Part name={t('recommendations.panel.fix')}>
          {code.terraform && <Code text={code.terraform} label={t('recommendations.panel.terraform')} />}
          {code.cli && <Code text={code.cli} label={t('recommendations.panel.cli')} />}
        </Part>
      )}
      {words.risks.length > 0 && <Part name={t('recommendations.panel.risks')}>{list(words.risks)}</Part>}
      {words.metrics.length > 0 && (
        <Part name={t('recommendations.panel.metrics')}>{list(words.metrics)}</Part>
      )}
      {action.merged.length > 0 && (
        <Part name={t('recommendations.panel.merged')}>{list(action.merged.map(({ title }) => title))}</Part>
      )}
      {action.references.length > 0 && (
        <Part name={t('recommendations.panel.references')}>
          <p className="small">
            <code>{action.references.join(', ')}</code>
          </p>
        </Part>
      )}
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <h3>{name}</h3>
      {children}
    </section>
  );
}
