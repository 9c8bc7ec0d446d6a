import { checks } from '../checks/index.ts';
import { readsOf } from '../checks/judge.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { configureChecks } from '../findings/configure.ts';
import { countsOf, previewJudgement } from '../findings/preview.ts';
import { changedSettings, parametersOf, readSettings } from '../findings/settings.ts';
import { summaryOf, totalsOf } from '../findings/summary.ts';
import { titleOf } from '../findings/words.ts';

export const checksHandlers = (context: EngineContext): DomainHandlers<'checks'> => ({
  list(_, call) {
    const texts = context.texts(call);
    // The catalogue can be read without an engagement.
    const session = context.current();
    const settings = session && readSettings(session.db);
    return {
      checks: checks.map((check) => {
        const reads = [...readsOf(check)];
        const setting = settings?.get(check.id);
        return {
          id: check.id,
          version: check.version,
          aspect: check.aspect,
          severity: setting?.severity ?? check.severity,
          ownSeverity: check.severity,
          effort: check.effort,
          title: texts.t(`checks.${check.id}.title`),
          risk: texts.t(`checks.${check.id}.risk`),
          steps: texts.list(`checks.${check.id}.steps`),
          resourceTypes: check.on.map((listing) => listing.type),
          reads: reads.map((read) => read.id),
          permissions: [...new Set(reads.flatMap((read) => read.iam))].sort(),
          references: [...check.references],
          parameters: parametersOf(check).map((one) => ({
            ...one,
            label: texts.t(`findings.thresholds.${one.name}`),
            value: setting?.parameters?.[one.name] ?? one.default,
          })),
          off: setting?.off ?? null,
        };
      }),
    };
  },

  async preview({ snapshot, settings: changes }, call) {
    const session = context.session();
    const judged = session.snapshot(snapshot);
    const settings = changedSettings(readSettings(session.db), changes, session.checks);
    const rules = session.rulesWith(settings);
    const before = summaryOf(session.db, judged.judgement, session.checks);
    const { summary, changed } = await previewJudgement(
      session.db,
      { ...judged, verdicts: session.verdicts(judged.judgement), summary: before.summary },
      rules,
      session.checks,
      call.signal,
    );
    const after = totalsOf(summary, rules.prices.asOf, session.checks);
    const texts = context.texts(call);
    return {
      changes: [...changed]
        .filter(([check]) => session.checks.has(check))
        .map(([check, verdicts]) => ({
          check,
          title: titleOf(check, texts),
          verdicts,
          before: countsOf(before.summary, check),
          after: countsOf(summary, check),
        }))
        .sort((a, b) => b.verdicts - a.verdicts),
      scores: { before: before.scores, after: after.scores },
      savings: { before: before.savings, after: after.savings },
    };
  },

  async configure({ settings }, { signal }) {
    const session = context.session();
    try {
      return await configureChecks(session, settings, signal, (verdicts) =>
        context.emit('judge.progress', { verdicts }),
      );
    } finally {
      context.emit('changed', { what: 'findings' });
    }
  },
});
