import { expect, test } from 'vitest';
import { elbTlsPolicy, lowestTls } from '../../../../src/engine/checks/elbv2/elb-tls-policy.ts';
import { listeners } from '../../../../src/engine/collectors/elbv2.ts';
import { balancer } from './fixtures.ts';

test.each([
  ['ELBSecurityPolicy-2016-08', '1.0'],
  ['ELBSecurityPolicy-2015-05', '1.0'],
  ['ELBSecurityPolicy-FS-2018-06', '1.0'],
  ['ELBSecurityPolicy-TLS-1-0-2015-04', '1.0'],
  ['ELBSecurityPolicy-TLS-1-1-2017-01', '1.1'],
  ['ELBSecurityPolicy-FS-1-1-2019-08', '1.1'],
  ['ELBSecurityPolicy-TLS13-1-0-2021-06', '1.0'],
  ['ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04', '1.1'],
  ['ELBSecurityPolicy-TLS-1-2-2017-01', '1.2'],
  ['ELBSecurityPolicy-TLS-1-2-Ext-2018-06', '1.2'],
  ['ELBSecurityPolicy-FS-1-2-Res-2020-10', '1.2'],
  ['ELBSecurityPolicy-TLS13-1-2-2021-06', '1.2'],
  ['ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04', '1.2'],
  ['ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', '1.2'],
  ['ELBSecurityPolicy-TLS13-1-3-2021-06', '1.3'],
  ['ELBSecurityPolicy-Next', undefined],
])('%s accepts TLS from %s on', (policy, lowest) => {
  expect(lowestTls(policy)).toBe(lowest);
});

const listener = (Protocol: 'HTTPS' | 'TLS' | 'HTTP', SslPolicy?: string) =>
  balancer().with(
    listeners,
    [{ ListenerArn: 'arn:l', Protocol, Port: 443, ...(SslPolicy && { SslPolicy }) }],
    {
      parent: 'shop',
    },
  );

test.each(['HTTPS', 'TLS'] as const)('a %s listener that accepts TLS 1.0 fails', (protocol) => {
  expect(listener(protocol, 'ELBSecurityPolicy-2016-08').verdict(elbTlsPolicy)).toMatchObject({
    status: 'fail',
    reason: 'old',
    parameters: { lowest: '1.0' },
  });
});

test('a listener from TLS 1.2 on passes', () => {
  expect(listener('HTTPS', 'ELBSecurityPolicy-TLS13-1-2-2021-06').verdict(elbTlsPolicy).status).toBe('pass');
});

test('a listener without TLS is not applicable', () => {
  expect(listener('HTTP').verdict(elbTlsPolicy).reason).toBe('no-tls');
});

test('a policy whose name tells nothing is unknown, and so are listeners that could not be listed', () => {
  expect(listener('HTTPS', 'ELBSecurityPolicy-Next').verdict(elbTlsPolicy)).toMatchObject({
    status: 'unknown',
    reason: 'policy-not-known',
  });
  expect(listener('HTTPS', 'x').without(listeners).verdict(elbTlsPolicy).status).toBe('unknown');
});
