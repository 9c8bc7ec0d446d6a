import { expect, test } from 'vitest';
import { ec2ReservedInstancesExpiring } from '../../../../src/engine/checks/ec2/ec2-reserved-instances-expiring.ts';
import { reservedInstances } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

type State = 'active' | 'retired' | 'queued';

const reserved = (State: State, endsIn: number, id = 'a') => ({
  ReservedInstancesId: id,
  State,
  End: daysAgo(-endsIn),
  InstanceType: 'm5.large' as const,
  InstanceCount: 4,
  ProductDescription: 'Linux/UNIX' as const,
});
const one = (State: State, endsIn: number) =>
  estate()
    .with(reservedInstances, [reserved(State, endsIn)])
    .verdict(ec2ReservedInstancesExpiring);

test('a reservation that ends within 30 days fails', () => {
  expect(one('active', 30)).toMatchObject({
    status: 'fail',
    reason: 'expires',
    parameters: { type: 'm5.large', count: 4 },
  });
});

test('a reservation that ended within 30 days fails: its instances are on demand since', () => {
  expect(one('retired', -29)).toMatchObject({ status: 'fail', reason: 'expired' });
});

test('a reservation that runs on passes', () => {
  expect(one('active', 31)).toMatchObject({ status: 'pass', reason: 'runs-on' });
});

test('a queued purchase of the same kind renews it', () => {
  const judged = estate()
    .with(reservedInstances, [reserved('active', 5), reserved('queued', 400, 'b')])
    .judge(ec2ReservedInstancesExpiring);
  expect(judged.map(({ verdict }) => verdict.reason)).toEqual(['renewal-queued', 'not-active']);
});

test('one that ended long ago is not applicable', () => {
  expect(one('retired', -31)).toMatchObject({ status: 'not-applicable', reason: 'not-active' });
});

test('reservations that could not be listed are unknown', () => {
  expect(
    estate()
      .with(reservedInstances, [reserved('active', 5)])
      .without(reservedInstances)
      .verdict(ec2ReservedInstancesExpiring).status,
  ).toBe('unknown');
});
