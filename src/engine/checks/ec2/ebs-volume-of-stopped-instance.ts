import { z } from 'zod';
import { instances, volumes } from '../../collectors/ec2.ts';
import { volumeCost } from '../../pricing/ebs.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { byInstanceId } from '../vpc/keys.ts';
import { managerOf } from './managed.ts';
import { stoppedSince } from './stopped.ts';

/** What a stopped instance still costs. A volume with several instances counts as in use while one of them runs. */
export const ebsVolumeOfStoppedInstance = check({
  id: 'ebs-volume-of-stopped-instance',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: volumes,
  reads: [instances],
  parameters: z.object({ days: z.number().int().positive().default(30) }),
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-snapshot --volume-id ${body.VolumeId} --description "before deletion"\naws ec2 detach-volume --volume-id ${body.VolumeId}\naws ec2 delete-volume --volume-id ${body.VolumeId}`,
  },
  judge(volume, { estate, now, prices, parameters }) {
    const {
      Attachments: attachments = [],
      Size: size = 0,
      VolumeType: type = '',
      Iops,
      Throughput,
    } = volume.body;
    if (attachments.length === 0) return notApplicable('unattached');
    const manager = managerOf(volume.tags, volume.body.Operator);
    if (manager) return notApplicable('managed', { manager });
    // The last of them to stop counts.
    let since = '';
    const names: string[] = [];
    for (const { InstanceId: id = '' } of attachments) {
      const instance = estate.index(instances, byInstanceId).get(id)?.[0];
      if (!instance) return unknown('instance-not-listed', { instance: id });
      if (instance.body.State?.Name !== 'stopped')
        return pass('in-use', { instance: instance.name, state: instance.body.State?.Name ?? '' });
      const stopped = stoppedSince(instance.body.StateTransitionReason);
      if (!stopped) return unknown('time-not-told', { instance: instance.name });
      names.push(instance.name);
      if (stopped > since) since = stopped;
    }
    const days = daysSince(since, now);
    const facts = { size, type, instances: names, since, days };
    const seen = { Size: size, VolumeType: type, instances: names };
    if (days <= parameters.days) return pass('recently', { size, type, instances: names, since }, { seen });
    return fail('long-stopped', facts, {
      seen,
      saving: saving(
        prices,
        volumeCost(prices, volume.region, { type, size, iops: Iops, throughput: Throughput }),
        {
          basis: `${size} GiB ${type} deleted with its stopped instance; a snapshot kept of it costs up to ${size} GiB of snapshot storage`,
          effort: 'S',
          restart: false,
          confidence: 'low',
          action: 'delete',
        },
      ),
    });
  },
});
