import { listing, nameTag, tagRecord } from './read.ts';

export const volumes = listing({
  service: 'ec2',
  operation: 'DescribeVolumes',
  type: 'AWS::EC2::Volume',
  page: { output: 'NextToken', input: 'NextToken' },
  input: () => ({ MaxResults: 500 }),
  items: (output) => output.Volumes,
  identify: (volume, at) => ({ arn: at.arn('ec2', `volume/${volume.VolumeId}`), name: nameTag(volume.Tags) }),
  tags: (volume) => tagRecord(volume.Tags),
});
