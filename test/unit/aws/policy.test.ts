import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policiesFor, sessionPolicyFor } from '../../../src/engine/aws/policy.ts';
import { reads } from '../../../src/engine/collectors/index.ts';
import { actionsOf } from '../../../src/engine/gateways.ts';
import { covers, never } from './actions.ts';

const MANAGED_POLICY_LIMIT = 6144;
const SESSION_POLICY_LIMIT = 2048;
const all = actionsOf(reads);

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string[];
}

/** Whether a policy lets an action through, as IAM decides. */
function lets(policy: string, action: string): boolean {
  const { Statement } = JSON.parse(policy) as { Statement: Statement[] };
  const said = (effect: Statement['Effect']) =>
    Statement.some((one) => one.Effect === effect && one.Action.some((pattern) => covers(pattern, action)));
  return said('Allow') && !said('Deny');
}

const actionsIn = (actions: Iterable<string>) =>
  policiesFor(actions).flatMap((policy) => policy.Statement.flatMap((statement) => statement.Action));

test('the policy of all reads is what the reads need, and nothing else', () => {
  expect(actionsIn(all).sort()).toEqual([...all].sort());
  for (const { Statement } of policiesFor(all))
    for (const { Effect, Resource, Sid } of Statement) {
      expect([Effect, Resource]).toEqual(['Allow', '*']);
      expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
    }
});

test('services stand apart, so that the client can strike one out', () => {
  const [policy] = policiesFor([
    's3:GetBucketAcl',
    'cost-optimization-hub:ListRecommendations',
    's3:GetBucketTagging',
  ]);
  expect(policy!.Statement).toEqual([
    {
      Sid: 'FieldbookCostOptimizationHub',
      Effect: 'Allow',
      Action: ['cost-optimization-hub:ListRecommendations'],
      Resource: '*',
    },
    {
      Sid: 'FieldbookS3',
      Effect: 'Allow',
      Action: ['s3:GetBucketAcl', 's3:GetBucketTagging'],
      Resource: '*',
    },
  ]);
});

test('a policy that grows over the limit of IAM goes on in a second one', () => {
  const many = Array.from(
    { length: 300 },
    (_, i) => `service${Math.floor(i / 30)}:DescribeSomethingOfTheKind${i}`,
  );
  const policies = policiesFor(many);
  expect(policies).toHaveLength(3);
  for (const policy of policies)
    expect(JSON.stringify(policy).length).toBeLessThanOrEqual(MANAGED_POLICY_LIMIT);
});

const action = fc
  .tuple(
    fc.constantFrom('ec2', 'cost-optimization-hub'),
    fc.constantFrom('Describe', 'Get', 'List', 'BatchGet', 'Search'),
    fc.stringMatching(/^[A-Z][A-Za-z]{3,60}$/),
  )
  .map(([service, verb, noun]) => `${service}:${verb}${noun}`);

test('no right is lost or made twice, and no policy is too long, however many rights there are', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 400 }), (actions) => {
      expect(actionsIn(actions).sort()).toEqual([...new Set(actions)].sort());
      for (const policy of policiesFor(actions))
        expect(JSON.stringify(policy).length).toBeLessThanOrEqual(MANAGED_POLICY_LIMIT);
    }),
    { numRuns: 50 },
  );
});

test('the session policy of all reads fits, and lets each of them through', () => {
  const policy = sessionPolicyFor(all);
  expect(policy.length).toBeLessThanOrEqual(SESSION_POLICY_LIMIT);
  expect(all.filter((one) => !lets(policy, one))).toEqual([]);
});

test('whatever the role may do, the session reads no data, no secrets, and takes no other role', () => {
  const policy = sessionPolicyFor(all);
  expect(never.map((one) => one.replaceAll('*', 'Anything')).filter((one) => lets(policy, one))).toEqual([]);
  // Configuration that holds secrets: user data, and keys of VPN connections.
  for (const one of ['ec2:DescribeInstanceAttribute', 'ec2:DescribeVpnConnections'])
    expect(lets(policy, one)).toBe(false);
  expect(lets(policy, 'ec2:TerminateInstances')).toBe(false);
  expect(lets(policy, 'iam:CreateUser')).toBe(false);
});

test('a session policy of few rights names them exactly', () => {
  const policy = sessionPolicyFor(['ec2:DescribeVolumes', 'ec2:DescribeRegions']);
  expect(lets(policy, 'ec2:DescribeVolumes')).toBe(true);
  expect(lets(policy, 'ec2:DescribeInstances')).toBe(false);
});

test('a session policy lets through what it was made for, however many rights there are', () => {
  // Rights of the kinds that reads have; those that are denied to all sessions are none of them.
  const reading = fc.uniqueArray(fc.constantFrom(...all), { maxLength: all.length });
  fc.assert(
    fc.property(reading, (actions) => {
      const policy = sessionPolicyFor(actions);
      expect(policy.length).toBeLessThanOrEqual(SESSION_POLICY_LIMIT);
      expect(actions.filter((one) => !lets(policy, one))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
