import { instances, vpcs } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { byVpc } from './keys.ts';

export const vpcDefaultInUse = check({
  id: 'vpc-default-in-use',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: vpcs,
  reads: [instances],
  references: ['WA:SEC05-BP01'],
  effort: 'L',
  judge({ body }, { estate }) {
    if (!body.IsDefault) return notApplicable('not-default');
    const found = estate.index(instances, byVpc).get(body.VpcId ?? '') ?? [];
    const seen = { CidrBlock: body.CidrBlock, instances: found.length };
    return found.length > 0
      ? fail('instances', { instances: found.length, first: found[0]!.name }, { seen })
      : pass('no-instances', {}, { seen });
  },
});
