import { launchTemplateDefault, launchTemplates } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { managerOf } from './managed.ts';

/** Volumes that were migrated come back as gp2 with every instance that such a template starts. */
export const ec2LaunchTemplateGp2 = check({
  id: 'ec2-launch-template-gp2',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: launchTemplates,
  reads: [launchTemplateDefault],
  references: ['WA:COST06-BP02'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-launch-template-version --launch-template-id ${body.LaunchTemplateId} --source-version '$Default' --launch-template-data '{"BlockDeviceMappings":[{"DeviceName":"<device>","Ebs":{"VolumeType":"gp3"}}]}'\naws ec2 modify-launch-template --launch-template-id ${body.LaunchTemplateId} --default-version <version>`,
  },
  judge(template) {
    const manager = managerOf(template.tags, template.body.Operator);
    if (manager) return notApplicable('managed', { manager });
    const version = template.get(launchTemplateDefault);
    if (!version?.LaunchTemplateData) return unknown('no-default-version');
    const gp2 = (version.LaunchTemplateData.BlockDeviceMappings ?? []).filter(
      ({ Ebs }) => Ebs?.VolumeType === 'gp2',
    );
    const number = version.VersionNumber ?? 0;
    if (gp2.length === 0) return pass('no-gp2', { version: number });
    const devices = gp2.map(({ DeviceName = '' }) => DeviceName);
    return fail('gp2', { version: number, devices }, { seen: { VersionNumber: number, devices } });
  },
});
