import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Claim, countedClaims } from '../../../src/engine/findings/exclusive.ts';

const claim = (check: string, monthly: number, more: Partial<Claim> = {}): Claim => ({
  resource: 1,
  check,
  monthly,
  kind: 'counted',
  ...more,
});

test('a volume that is deleted cannot also become gp3: the larger amount counts', () => {
  const toGp3 = claim('ebs-gp2-to-gp3', 15);
  const unattached = claim('ebs-volume-unattached', 100);
  expect(countedClaims([toGp3, unattached])).toEqual(new Set([unattached]));
});

test('an advisory amount never counts, nor does it push a counted one aside', () => {
  const idle = claim('ec2-instance-idle', 500, { kind: 'advisory' });
  const stopped = claim('ec2-instance-stopped', 20);
  expect(countedClaims([idle, stopped])).toEqual(new Set([stopped]));
  expect(countedClaims([idle])).toEqual(new Set());
});

test('between equal amounts the name of the check decides, whatever the order', () => {
  const a = claim('a', 10);
  const b = claim('b', 10);
  expect(countedClaims([a, b])).toEqual(new Set([a]));
  expect(countedClaims([b, a])).toEqual(new Set([a]));
});

test('each resource has its own', () => {
  const one = claim('a', 10, { resource: 1 });
  const other = claim('a', 5, { resource: 2 });
  expect(countedClaims([one, other])).toEqual(new Set([one, other]));
});

test('whatever the claims: of each resource exactly the largest counted one, once', () => {
  const someClaims = fc.array(
    fc.record<Claim>({
      resource: fc.nat({ max: 5 }),
      check: fc.constantFrom('a', 'b', 'c'),
      monthly: fc.nat({ max: 20 }),
      kind: fc.constantFrom('counted', 'advisory'),
    }),
  );
  fc.assert(
    fc.property(someClaims, (claims) => {
      const counted = [...countedClaims(claims)];
      const able = Map.groupBy(
        claims.filter(({ kind }) => kind === 'counted'),
        ({ resource }) => resource,
      );
      expect(counted.map(({ resource }) => resource).sort()).toEqual([...able.keys()].sort());
      for (const { resource, monthly } of counted)
        expect(monthly).toBe(Math.max(...able.get(resource)!.map((one) => one.monthly)));
    }),
  );
});
