import type { DomainHandlers, EngineContext } from '../context.ts';
import { checksNeeding } from '../findings/gaps.ts';
import type { Summary } from '../findings/judge-snapshot.ts';
import { readSettings } from '../findings/settings.ts';
import { summaryOf } from '../findings/summary.ts';
import { titleOf } from '../findings/words.ts';
import { chooseScanned } from '../snapshot/choose.ts';
import { coverageOf } from '../snapshot/coverage.ts';
import { mendsOf } from '../snapshot/mends.ts';

export const coverageHandlers = (context: EngineContext): DomainHandlers<'coverage'> => ({
  get({ snapshot }, call) {
    const session = context.session();
    const { id, judgement } = chooseScanned(session.db, snapshot);
    const { gaps, ...coverage } = coverageOf(session.db, id, context.texts(call));
    const needing = checksNeeding([...session.checks.values()]);
    const verdicts =
      judgement === null ? null : countsOf(summaryOf(session.db, judgement, session.checks).summary);
    const texts = context.texts(call);
    return {
      ...coverage,
      verdicts,
      gaps: gaps.map((gap) => ({ ...gap, checks: needing(gap.read) })),
      off: [...readSettings(session.db).values()].flatMap(({ check, off }) =>
        off !== null && session.checks.has(check)
          ? [{ check, title: titleOf(check, texts), reason: off }]
          : [],
      ),
    };
  },

  mends({ snapshot }, call) {
    const session = context.session();
    const { gaps } = coverageOf(session.db, chooseScanned(session.db, snapshot).id, context.texts(call));
    const mends = mendsOf(gaps, checksNeeding([...session.checks.values()]));
    return {
      mends: mends.map(({ policies, ...mend }) => ({
        ...mend,
        policies: policies.map((policy) => JSON.parse(JSON.stringify(policy))),
      })),
    };
  },
});

function countsOf(summary: Summary): { all: number; unknown: number } {
  const verdicts = { all: 0, unknown: 0 };
  for (const { counts } of Object.values(summary)) {
    verdicts.unknown += counts.unknown;
    for (const count of Object.values(counts)) verdicts.all += count;
  }
  return verdicts;
}
