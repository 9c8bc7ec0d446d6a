import { networkAcls } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import type { InternetFamily } from './internet.ts';
import { aclLetsIn } from './network-acl-rules.ts';

const families: InternetFamily[] = ['IPv4', 'IPv6'];

/** Low, because the security groups behind the ACL decide what is reached; a fresh default ACL lets everything in. */
export const vpcNetworkAclAdminPorts = check({
  id: 'vpc-network-acl-admin-ports',
  version: 1,
  aspect: 'networking',
  severity: 'low',
  on: networkAcls,
  references: ['CIS-7.0:6.2', 'FSBP:EC2.21', 'WA:SEC05-BP02'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-network-acl-entry --network-acl-id ${body.NetworkAclId} --ingress --rule-number <number below the one that allows> --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny`,
  },
  judge({ account, body }) {
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    if (!body.Associations?.length) return notApplicable('unused');
    const entries = body.Entries ?? [];
    const open = families.flatMap((family) =>
      [22, 3389].filter((port) => aclLetsIn(entries, port, family)).map((port) => `${port} (${family})`),
    );
    const seen = { IsDefault: body.IsDefault, subnets: body.Associations.length, open };
    return open.length > 0 ? fail('open', { ports: open }, { seen }) : pass('closed', {}, { seen });
  },
});
