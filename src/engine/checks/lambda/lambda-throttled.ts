import { z } from 'zod';
import { functions, invocations, throttles } from '../../collectors/lambda.ts';
import { check, fail, pass } from '../check.ts';
import { summarize } from '../metrics.ts';

const DAYS = 14;

/** A throttled call is no invocation, so the calls that were tried are both together. */
export const lambdaThrottled = check({
  id: 'lambda-throttled',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: functions,
  reads: [throttles, invocations],
  parameters: z.object({
    /** Share of the calls tried that may be turned away. */
    share: z.number().min(0).max(1).default(0.01),
  }),
  references: ['WA:REL01-BP01', 'WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws lambda put-function-concurrency --function-name ${name} --reserved-concurrent-executions <number>`,
  },
  judge(one, { parameters: { share } }) {
    const series = one.get(throttles);
    const { sum: throttled = 0, days = 0 } = summarize(series, 'on-activity') ?? {};
    if (throttled === 0) return pass('none', { days: DAYS });
    const from = series!.from;
    const invoked = (one.get(invocations)?.points ?? [])
      .filter((point) => point.at >= from)
      .reduce((total, point) => total + point.value, 0);
    const tried = throttled + invoked;
    const seen = { Throttles: throttled, Invocations: invoked, Days: days };
    const parameters = { throttled, tried, days: DAYS };
    return throttled >= tried * share
      ? fail('throttled', parameters, { seen })
      : pass('rare', parameters, { seen });
  },
});
