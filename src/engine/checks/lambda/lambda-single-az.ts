import { subnets } from '../../collectors/ec2.ts';
import { functions } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import type { KeyOf } from '../vpc/keys.ts';

const bySubnet: KeyOf<typeof subnets> = ({ body }) => body.SubnetId;

/** Outside a VPC Lambda spreads functions over zones by itself; inside it can only use the subnets it is given. */
export const lambdaSingleAz = check({
  id: 'lambda-single-az',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: functions,
  reads: [subnets],
  references: ['FSBP:Lambda.5', 'WA:REL10-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws lambda update-function-configuration --function-name ${name} --vpc-config SubnetIds=<subnet>,<subnet>,SecurityGroupIds=<group>`,
    terraform: () =>
      'resource "aws_lambda_function" "<name>" {\n  vpc_config {\n    subnet_ids         = ["<subnet>", "<subnet>"]\n    security_group_ids = ["<group>"]\n  }\n}',
  },
  judge(one, { estate }) {
    const ids = one.body.VpcConfig?.SubnetIds ?? [];
    if (ids.length === 0) return notApplicable('no-vpc');
    if (ids.length === 1) return fail('one-subnet', {}, { seen: { SubnetIds: ids } });
    const byId = estate.index(subnets, bySubnet);
    const zones = new Set<string>();
    for (const id of ids) {
      const zone = byId.get(id)?.[0]?.body.AvailabilityZone;
      if (!zone) return unknown('no-subnet', { subnet: id });
      zones.add(zone);
    }
    const seen = { SubnetIds: ids, AvailabilityZones: [...zones] };
    const parameters = { zones: [...zones] };
    return zones.size === 1
      ? fail('one-zone', parameters, { seen })
      : pass('several-zones', parameters, { seen });
  },
});
