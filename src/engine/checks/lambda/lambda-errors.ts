import { z } from 'zod';
import { errors, functions, invocations } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

const DAYS = 7;

/** Trusted Advisor's rule: more than a tenth of the invocations failed on one of the last seven days. */
export const lambdaErrors = check({
  id: 'lambda-errors',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: functions,
  reads: [errors, invocations],
  parameters: z.object({
    share: z.number().min(0).max(1).default(0.1),
    /** Invocations of a day from which its share means something. */
    from: z.number().int().min(1).default(10),
  }),
  references: ['WA:OPS08-BP01', 'WA:REL06-BP01'],
  effort: 'M',
  judge(one, { now, parameters: { share, from } }) {
    const start = new Date(now.getTime() - DAYS * 86_400_000).toISOString();
    const days = (one.get(invocations)?.points ?? []).filter(
      (point) => point.at >= start && point.value >= from,
    );
    if (days.length === 0) return notApplicable('hardly-called', { from, days: DAYS });
    const failed = new Map(one.get(errors)?.points.map((point) => [point.at.slice(0, 10), point.value]));
    const worst = days
      .map((day) => ({ at: day.at, called: day.value, failed: failed.get(day.at.slice(0, 10)) ?? 0 }))
      .reduce((a, b) => (b.failed / b.called > a.failed / a.called ? b : a));
    const seen = { Errors: worst.failed, Invocations: worst.called, Day: worst.at };
    const parameters = { failed: worst.failed, called: worst.called, day: worst.at };
    return worst.failed > worst.called * share
      ? fail('failing', parameters, { seen })
      : pass('sound', parameters, { seen });
  },
});
