import { z } from 'zod';
import { functions } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { deprecatedOn } from './runtimes.ts';

export const lambdaRuntimeDeprecated = check({
  id: 'lambda-runtime-deprecated',
  version: 1,
  aspect: 'resources',
  severity: 'medium',
  on: functions,
  parameters: z.object({ noticeDays: z.number().int().min(0).default(180) }),
  references: ['FSBP:Lambda.2', 'WA:SEC06-BP01'],
  effort: 'M',
  fix: {
    cli: ({ name }) => `aws lambda update-function-configuration --function-name ${name} --runtime <runtime>`,
    terraform: () => 'resource "aws_lambda_function" "<name>" {\n  runtime = "<runtime>"\n}',
  },
  judge(one, { now, parameters: { noticeDays } }) {
    const { Runtime: runtime, PackageType: packaging } = one.body;
    // The runtime of a container image is in the image, which is not read.
    if (packaging === 'Image' || !runtime) return notApplicable('image');
    const on = deprecatedOn(runtime);
    if (!on) return notApplicable('not-in-table', { runtime });
    const seen = { Runtime: runtime, LastModified: one.body.LastModified };
    const past = daysSince(on, now);
    if (past >= 0) return fail('deprecated', { runtime, on }, { seen });
    return -past > noticeDays
      ? pass('supported', { runtime, on }, { seen })
      : fail('ends-soon', { runtime, on }, { seen, severity: 'low' });
  },
});
