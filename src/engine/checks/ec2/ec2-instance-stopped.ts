import { z } from 'zod';
import { instances } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { managerOf } from './managed.ts';
import { stoppedSince } from './stopped.ts';

/** Trusted Advisor's and Security Hub's threshold is 30 days. The instance costs nothing; its volumes and addresses do. */
export const ec2InstanceStopped = check({
  id: 'ec2-instance-stopped',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: instances,
  parameters: z.object({ days: z.number().int().positive().default(30) }),
  references: ['FSBP:EC2.4', 'WA:COST04-BP03'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-image --instance-id ${body.InstanceId} --name "${body.InstanceId}-before-termination"\naws ec2 terminate-instances --instance-ids ${body.InstanceId}`,
  },
  judge(instance, { now, parameters }) {
    const { State: state, StateTransitionReason: words } = instance.body;
    if (state?.Name !== 'stopped') return notApplicable('not-stopped', { state: state?.Name ?? '' });
    // A warm pool keeps its instances stopped on purpose.
    const manager = managerOf(instance.tags, instance.body.Operator);
    if (manager) return notApplicable('managed', { manager });
    const since = stoppedSince(words);
    const seen = { State: state.Name, StateTransitionReason: words };
    if (!since) return unknown('time-not-told', {}, { seen });
    const days = daysSince(since, now);
    if (days <= parameters.days) return pass('recently', { since }, { seen });
    return fail('long-stopped', { since, days }, { seen });
  },
});
