import { listeners } from '../../collectors/elbv2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

/** Policies of before their names said a version; all accept TLS 1.0. */
const unversioned = /-(2014-\d\d|2015-\d\d|2016-08|FS-2018-06)$/;

/**
 * Lowest TLS version that a security policy accepts. The name says it: `ELBSecurityPolicy-TLS13-1-2-2021-06` and
 * `-FS-1-2-Res-2020-10` accept 1.2 and later. Undefined for a name that tells nothing.
 */
export function lowestTls(policy: string): string | undefined {
  const [, minor] = /-(?:TLS13|TLS|FS)-1-(\d)(?:-|$)/.exec(policy) ?? [];
  if (minor) return `1.${minor}`;
  return unversioned.test(policy) ? '1.0' : undefined;
}

export const elbTlsPolicy = check({
  id: 'elb-tls-policy',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: listeners,
  references: ['FSBP:ELB.17', 'WA:SEC09-BP02', 'HIPAA:164.312(e)(2)(ii)'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 modify-listener --listener-arn ${arn} --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06`,
    terraform: () =>
      'resource "aws_lb_listener" "<name>" {\n  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n}',
  },
  judge({ body: { Protocol: protocol = '', Port: port = 0, SslPolicy: policy = '' } }) {
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return notApplicable('no-tls', { protocol });
    const lowest = lowestTls(policy);
    const seen = { Protocol: protocol, Port: port, SslPolicy: policy };
    if (!lowest) return unknown('policy-not-known', { policy }, { seen });
    return lowest < '1.2'
      ? fail('old', { policy, lowest }, { seen })
      : pass('current', { policy, lowest }, { seen });
  },
});
