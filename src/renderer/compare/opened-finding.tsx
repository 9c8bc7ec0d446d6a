import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { SeverityName } from '../parts/severity.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import { CauseMark } from './cause-mark.tsx';
import { ChangeMark } from './change-mark.tsx';
import classes from './compare.module.css';
import { Differences } from './differences.tsx';
import { Opened } from './opened.tsx';
import { useCompareChange, type WhichByRules } from './use-compare.ts';

type Data = Answer<'compare', 'finding'>;

/** A finding as each snapshot saw it, and what differs in its evidence. */
export function OpenedFinding({ which, reference }: { which: WhichByRules; reference: string }) {
  const { t } = useWords();
  const change = useCompareChange();
  const { data, error, refetch } = useQuery(ask('compare', 'finding', { ...which, ref: reference }));
  return (
    <Opened
      title={data?.finding.title}
      lead={data && <p className="secondary">{data.finding.resource.name}</p>}
      error={error}
      onRetry={() => void refetch()}
      onClose={() => change({ finding: undefined })}
    >
      {data && (
        <>
          <div>
            <ChangeMark change={data.change} />
            <p className="secondary">{t(`compare.means.${data.change}`)}</p>
          </div>
          {data.cause !== 'same' && (
            <div>
              <CauseMark cause={data.cause} />
              <p className="secondary">{t(`compare.causeMeans.${data.cause}`)}</p>
            </div>
          )}
          {data.failure && <p className={classes.why}>{t(`compare.failure.${data.failure}`)}</p>}
          <div className={classes.sides}>
            <Side title={t('compare.then')} side={data.before} />
            <Side title={t('compare.now')} side={data.after} />
          </div>
          {data.before && data.after && data.evidence.length === 0 && (
            <p className="secondary">{t('compare.sameEvidence')}</p>
          )}
          {data.evidence.length > 0 && <Differences title={t('compare.evidence')} changes={data.evidence} />}
          <p>
            <Link
              to="/findings"
              search={
                { snapshot: data.after ? which.after : which.before, finding: data.finding.ref } as never
              }
            >
              {t('compare.openFinding')}
            </Link>
          </p>
        </>
      )}
    </Opened>
  );
}

function Side({ title, side }: { title: string; side: Data['before'] }) {
  const { t, money } = useWords();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {side === null ? (
        <p className="secondary">{t('compare.noVerdict')}</p>
      ) : (
        <>
          <p>
            <StatusName status={side.status} />{' '}
            {side.status === 'fail' && <SeverityName severity={side.severity} />}
          </p>
          <p className={classes.said}>{side.reason}</p>
          {side.saving && (
            <p className="secondary">
              {t('compare.saving')}: {money(side.saving.monthly)}
            </p>
          )}
          {side.missing.map(({ read, permission }) => (
            <p key={read} className="secondary">
              {t('compare.missing')}: <code>{permission ?? read}</code>
            </p>
          ))}
        </>
      )}
    </section>
  );
}
