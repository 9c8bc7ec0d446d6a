import { expect, test } from 'vitest';
import { aclLetsIn } from '../../../../src/engine/checks/vpc/network-acl-rules.ts';

type Entry = Parameters<typeof aclLetsIn>[0][number];

const allow = (RuleNumber: number, more: Partial<Entry> = {}): Entry => ({
  RuleNumber,
  RuleAction: 'allow',
  Protocol: '-1',
  CidrBlock: '0.0.0.0/0',
  Egress: false,
  ...more,
});
const deny = (RuleNumber: number, more: Partial<Entry> = {}): Entry => ({
  ...allow(RuleNumber, more),
  RuleAction: 'deny',
});
const ssh = { Protocol: '6', PortRange: { From: 22, To: 22 } };

test.each<[string, boolean, Entry[]]>([
  ['allowing everything lets in', true, [allow(100), deny(32_767)]],
  ['nothing but the last deny keeps out', false, [deny(32_767)]],
  ['a deny of the port ahead keeps out', false, [deny(90, ssh), allow(100)]],
  ['a deny of the port behind changes nothing', true, [allow(100), deny(110, ssh)]],
  ['the order of numbers counts, not that of the list', false, [allow(100), deny(90, ssh)]],
  [
    'a deny of a part of the internet leaves the rest open',
    true,
    [deny(90, { CidrBlock: '198.51.100.0/24' }), allow(100)],
  ],
  ['a deny of one half leaves the other open', true, [deny(90, { CidrBlock: '0.0.0.0/1' }), allow(100)]],
  ['an allow of a private network lets nobody in', false, [allow(100, { CidrBlock: '10.0.0.0/8' })]],
  [
    'an allow of UDP lets no TCP in',
    false,
    [allow(100, { Protocol: '17', PortRange: { From: 0, To: 65_535 } })],
  ],
  ['an outbound entry says nothing of what comes in', false, [allow(100, { Egress: true })]],
  [
    'an entry of IPv6 says nothing of IPv4',
    false,
    [allow(100, { CidrBlock: undefined, Ipv6CidrBlock: '::/0' })],
  ],
])('%s: %s', (_what, open, entries) => {
  expect(aclLetsIn(entries, 22, 'IPv4')).toBe(open);
});

test('IPv6 has entries of its own', () => {
  expect(aclLetsIn([allow(101, { CidrBlock: undefined, Ipv6CidrBlock: '::/0' })], 22, 'IPv6')).toBe(true);
});
