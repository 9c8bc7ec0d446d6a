import { z } from 'zod';
import { reservedInstances } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import type { KeyOf } from '../vpc/keys.ts';

const DAY = 86_400_000;

type Reservation = Body<typeof reservedInstances>;

/** What a queued purchase must agree in to follow a reservation. */
const kind = ({ State, InstanceType, ProductDescription }: Reservation) =>
  `${State} ${InstanceType} ${ProductDescription}`;
const byKind: KeyOf<typeof reservedInstances> = ({ body }) => kind(body);

/** Trusted Advisor's window: 30 days before and after the end. What it covered is at the on-demand price from then on. */
export const ec2ReservedInstancesExpiring = check({
  id: 'ec2-reserved-instances-expiring',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: reservedInstances,
  parameters: z.object({ days: z.number().int().positive().default(30) }),
  references: ['WA:COST07-BP01'],
  effort: 'S',
  judge(reserved, { estate, now, parameters }) {
    const { State: state = '', End: end, InstanceType: type = '', InstanceCount: count = 0 } = reserved.body;
    const left = Math.floor((Date.parse(end!) - now.getTime()) / DAY);
    const facts = { type, count, end: end! };
    const seen = { State: state, End: end, InstanceCount: count, OfferingClass: reserved.body.OfferingClass };
    if (state === 'retired' && left >= -parameters.days) return fail('expired', facts, { seen });
    if (state !== 'active') return notApplicable('not-active', { state });
    if (left > parameters.days) return pass('runs-on', facts, { seen });
    const queued = estate.index(reservedInstances, byKind).has(kind({ ...reserved.body, State: 'queued' }));
    return queued ? pass('renewal-queued', facts, { seen }) : fail('expires', facts, { seen });
  },
});
