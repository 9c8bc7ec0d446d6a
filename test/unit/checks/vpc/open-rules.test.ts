import { expect, test } from 'vitest';
import { internetFamily } from '../../../../src/engine/checks/vpc/internet.ts';
import { allows, allowsAll, openRules } from '../../../../src/engine/checks/vpc/open-rules.ts';

test.each([
  ['0.0.0.0/0', 'IPv4'],
  ['0.0.0.0/1', 'IPv4'],
  ['128.0.0.0/1', 'IPv4'],
  ['::/0', 'IPv6'],
  ['2000::/3', 'IPv6'],
  ['10.0.0.0/8', undefined],
  ['192.0.2.1/32', undefined],
  ['fc00::/7', undefined],
  ['2001:db8::/32', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is the internet of %s', (cidr, family) => {
  expect(internetFamily(cidr)).toBe(family);
});

const rules = (permission: object) => openRules({ GroupId: 'sg-1', IpPermissions: [permission] });
const anywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

test('each source of a permission is a rule of its own, with a key that does not change', () => {
  const found = rules({
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    IpRanges: [{ CidrIp: '0.0.0.0/0' }, { CidrIp: '10.0.0.0/8' }],
    Ipv6Ranges: [{ CidrIpv6: '::/0' }],
  });
  expect(found.map(({ subKey }) => subKey)).toEqual(['tcp/22-22/0.0.0.0/0', 'tcp/22-22/::/0']);
});

test('a range lets its ports through by its own protocol, by name or by number', () => {
  const [tcp] = rules({ IpProtocol: 'tcp', FromPort: 3000, ToPort: 4000, ...anywhere });
  expect([allows(tcp!, 'tcp', 3389), allows(tcp!, 'udp', 3389), allows(tcp!, 'tcp', 22)]).toEqual([
    true,
    false,
    false,
  ]);
  const [byNumber] = rules({ IpProtocol: '6', FromPort: 22, ToPort: 22, ...anywhere });
  expect(allows(byNumber!, 'tcp', 22)).toBe(true);
});

test('the type and code of ICMP are no ports', () => {
  const [ping] = rules({ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, ...anywhere });
  expect(allows(ping!, 'tcp', 22)).toBe(false);
  expect(allowsAll(ping!)).toBe(false);
});

test('a rule of all protocols, or of all ports of TCP or UDP, lets everything through', () => {
  const all = (permission: object) => allowsAll(rules({ ...permission, ...anywhere })[0]!);
  expect(all({ IpProtocol: '-1' })).toBe(true);
  expect(all({ IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 })).toBe(true);
  expect(all({ IpProtocol: 'udp', FromPort: 1, ToPort: 65_535 })).toBe(true);
  expect(all({ IpProtocol: 'tcp', FromPort: 1024, ToPort: 65_535 })).toBe(false);
});
