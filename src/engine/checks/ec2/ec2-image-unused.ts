import { z } from 'zod';
import { images, instances, launchTemplateDefault, launchTemplates } from '../../collectors/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';
import type { KeyOf } from '../vpc/keys.ts';
import { managerOf } from './managed.ts';

const byImage: KeyOf<typeof instances> = ({ body }) => body.ImageId;
const imageOfTemplate: KeyOf<typeof launchTemplates> = (template) =>
  template.get(launchTemplateDefault)?.LaunchTemplateData?.ImageId;

/** An own image that no instance runs on, no template starts, and that nobody has launched for long. */
export const ec2ImageUnused = check({
  id: 'ec2-image-unused',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: images,
  reads: [instances, launchTemplates, launchTemplateDefault],
  parameters: z.object({ days: z.number().int().positive().default(180) }),
  references: ['WA:COST04-BP05'],
  effort: 'S',
  fix: {
    cli: ({ body }) => `aws ec2 deregister-image --image-id ${body.ImageId} --delete-associated-snapshots`,
  },
  judge(image, { estate, now, prices, parameters }) {
    const { ImageId: id = '', CreationDate: created, LastLaunchedTime: launched } = image.body;
    const manager = managerOf(image.tags);
    if (manager) return notApplicable('managed', { manager });
    if (daysSince(created!, now) <= parameters.days) return notApplicable('too-young', { created: created! });
    const seen = { CreationDate: created, LastLaunchedTime: launched };
    if (launched && daysSince(launched, now) <= parameters.days)
      return pass('launched', { launched }, { seen });
    const instance = estate.index(instances, byImage).get(id)?.[0];
    if (instance) return pass('in-use', { user: instance.name }, { seen });
    const template = estate.index(launchTemplates, imageOfTemplate).get(id)?.[0];
    if (template) return pass('in-use', { user: template.name }, { seen });
    const size = (image.body.BlockDeviceMappings ?? []).reduce(
      (total, { Ebs }) => total + (Ebs?.SnapshotId ? (Ebs.VolumeSize ?? 0) : 0),
      0,
    );
    const details = {
      seen,
      saving: saving(prices, prices.price(image.region, 'ebs.snapshot.gb-month')?.times(size), {
        basis: `${size} GiB of snapshots at most; the bill counts the blocks that no other snapshot holds`,
        effort: 'S',
        restart: false,
        confidence: 'low',
        action: 'delete',
        advisory: 'upper-bound',
      }),
    };
    return launched
      ? fail('not-launched-since', { launched, size }, details)
      : fail('never-launched', { created: created!, size }, details);
  },
});
