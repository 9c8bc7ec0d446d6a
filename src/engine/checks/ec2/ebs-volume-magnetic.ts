import { volumes } from '../../collectors/ec2.ts';
import { check, fail, pass } from '../check.ts';

/** No saving: magnetic storage costs less per GiB than gp3, and what its I/O costs is not in the volume's body. */
export const ebsVolumeMagnetic = check({
  id: 'ebs-volume-magnetic',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: volumes,
  references: ['WA:COST06-BP02'],
  effort: 'S',
  fix: { cli: ({ body }) => `aws ec2 modify-volume --volume-id ${body.VolumeId} --volume-type gp3` },
  judge({ body: { VolumeType: type = '', Size: size = 0 } }) {
    const seen = { VolumeType: type, Size: size };
    return type === 'standard' ? fail('magnetic', { size }, { seen }) : pass('current', { type }, { seen });
  },
});
