import { useAsItWas } from '../data/snapshot.ts';
import type { OverviewData } from '../data/types.ts';
import { accountCount } from '../parts/account-count.ts';
import { useWords } from '../words.ts';

/**
 * Which phase it is, the open one or the closed one that is looked at as it was; which snapshot is shown, and which one
 * it is compared with.
 */
export function Lead({ overview: { engagement, snapshot, previous } }: { overview: OverviewData }) {
  const words = useWords();
  const { t, moment } = words;
  const asItWas = useAsItWas()?.phase.id;
  const at = engagement.phases.findIndex(({ id, closedAt }) =>
    asItWas === undefined ? closedAt === null : id === asItWas,
  );
  const phase = engagement.phases[at];
  return (
    <>
      {phase && (
        <>
          {t('overview.phase', {
            number: at + 1,
            name: phase.name || t(`wizard.phase.${phase.kind}`),
          })}
          {snapshot && ' · '}
        </>
      )}
      {snapshot &&
        // Resources are counted when they have all been read.
        t(snapshot.state === 'running' ? 'overview.scan' : 'overview.snapshot', {
          when: moment(snapshot.startedAt),
          accounts: accountCount(snapshot, words),
          resources: t('overview.resources', { count: snapshot.resources }),
        })}
      {previous && <> · {t('overview.compared', { when: moment(previous.startedAt) })}</>}
      {snapshot && snapshot.state !== 'complete' && <> · {t(`states.${snapshot.state}`)}</>}
    </>
  );
}
