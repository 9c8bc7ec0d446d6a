import type { Verdict } from '../../../shared/model/finding.ts';
import type { securityGroups } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import { fail, notApplicable, pass } from '../check.ts';
import { allows, openRules } from './open-rules.ts';

/** A port that must not be open to the internet, by what answers there. */
export interface GuardedPort {
  port: number;
  service: string;
  protocols: readonly ('tcp' | 'udp')[];
}

/** One verdict for each rule that opens a guarded port to the internet, or one that says that none does. */
export function judgeOpenPorts(
  { account, body }: { account: string; body: Body<typeof securityGroups> },
  guarded: readonly GuardedPort[],
): Verdict | Verdict[] {
  if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
  const verdicts = openRules(body).flatMap((rule) => {
    const open = guarded.filter(({ port, protocols }) => protocols.some((one) => allows(rule, one, port)));
    if (open.length === 0) return [];
    return fail(
      'open',
      { ports: open.map(({ port, service }) => `${port} (${service})`), cidr: rule.cidr },
      {
        subKey: rule.subKey,
        seen: { IpProtocol: rule.protocol, FromPort: rule.from, ToPort: rule.to, Cidr: rule.cidr },
      },
    );
  });
  return verdicts.length > 0 ? verdicts : pass('closed');
}

/** The command that takes an open rule away, for the reader to fill in. */
export const revokeIngress = (group: string | undefined): string =>
  `aws ec2 describe-security-group-rules --filters Name=group-id,Values=${group}\naws ec2 revoke-security-group-ingress --group-id ${group} --security-group-rule-ids <rule>`;
