import { addresses, instances, networkInterfaces } from '../../collectors/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { publicIpv4Month } from '../../pricing/vpc.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { byInstanceId, type KeyOf } from './keys.ts';

const byInterfaceId: KeyOf<typeof networkInterfaces> = ({ body }) => body.NetworkInterfaceId;

/**
 * Every public IPv4 address is paid, in use or not; one that nothing runs behind is paid for nothing. An address on
 * a stopped instance or on an interface that is attached to nothing has an association and is idle all the same.
 */
export const vpcElasticIpIdle = check({
  id: 'vpc-elastic-ip-idle',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: addresses,
  reads: [instances, networkInterfaces],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ body }) => `aws ec2 release-address --allocation-id ${body.AllocationId}` },
  judge(address, { estate, prices }) {
    const { body, account, region } = address;
    const { PublicIp: ip = '', PublicIpv4Pool: pool, InstanceId, NetworkInterfaceId } = body;
    if (body.ServiceManaged) return notApplicable('managed', { manager: body.ServiceManaged });
    if (body.CustomerOwnedIp) return notApplicable('own-address', { pool: body.CustomerOwnedIpv4Pool ?? '' });
    if (pool && pool !== 'amazon') return notApplicable('own-address', { pool });

    const details = (confidence: 'high' | 'medium') => ({
      seen: { PublicIp: ip, AssociationId: body.AssociationId, InstanceId, NetworkInterfaceId },
      saving: saving(prices, publicIpv4Month(prices, region), {
        basis: `730 hours of public IPv4 address ${ip}`,
        effort: 'S',
        restart: false,
        confidence,
        action: 'delete',
      }),
    });
    if (!body.AssociationId) return fail('unassociated', { ip }, details('high'));
    if (InstanceId) {
      const instance = estate.index(instances, byInstanceId).get(InstanceId)?.[0];
      if (!instance) return unknown('user-not-listed', { ip, user: InstanceId });
      return instance.body.State?.Name === 'stopped'
        ? fail('on-stopped-instance', { ip, instance: instance.name }, details('medium'))
        : pass('in-use', { ip, user: instance.name });
    }
    // The interfaces of load balancers and the like belong to AWS and are not in the account's list.
    if (!NetworkInterfaceId || (body.NetworkInterfaceOwnerId && body.NetworkInterfaceOwnerId !== account))
      return pass('in-use', { ip, user: body.NetworkInterfaceOwnerId ?? body.AssociationId });
    const card = estate.index(networkInterfaces, byInterfaceId).get(NetworkInterfaceId)?.[0];
    if (!card) return unknown('user-not-listed', { ip, user: NetworkInterfaceId });
    return card.body.Status === 'available'
      ? fail('on-unattached-interface', { ip, interface: NetworkInterfaceId }, details('medium'))
      : pass('in-use', { ip, user: card.body.Description || NetworkInterfaceId });
  },
});
