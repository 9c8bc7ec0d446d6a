import { expect, test } from 'vitest';
import { ec2ImageUnused } from '../../../../src/engine/checks/ec2/ec2-image-unused.ts';
import {
  images,
  instances,
  launchTemplateDefault,
  launchTemplates,
} from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

const image = (created: number, launched?: number, more: object = {}) =>
  estate()
    .with(images, [
      {
        ImageId: 'ami-1',
        CreationDate: daysAgo(created).toISOString(),
        ...(launched !== undefined && { LastLaunchedTime: daysAgo(launched).toISOString() }),
        BlockDeviceMappings: [
          { Ebs: { SnapshotId: 'snap-1', VolumeSize: 20 } },
          { Ebs: { SnapshotId: 'snap-2', VolumeSize: 100 } },
          { VirtualName: 'ephemeral0' },
        ],
        ...more,
      },
    ])
    .with(instances, [])
    .with(launchTemplates, []);

test('an image that was last started a year ago fails, with its snapshots as the upper bound', () => {
  const verdict = image(500, 365).verdict(ec2ImageUnused);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'not-launched-since', parameters: { size: 120 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(6, 2);
  expect(verdict.saving!.advisory).toBe('upper-bound');
});

test('an old image that was never started fails too', () => {
  expect(image(500).verdict(ec2ImageUnused)).toMatchObject({ status: 'fail', reason: 'never-launched' });
});

test('an old image passes when it was started lately', () => {
  expect(image(500, 30).verdict(ec2ImageUnused)).toMatchObject({ status: 'pass', reason: 'launched' });
});

test('an old image passes when an instance still runs on it', () => {
  const verdict = image(500, 365)
    .with(instances, [{ InstanceId: 'i-1', ImageId: 'ami-1', State: { Name: 'stopped' } }])
    .verdict(ec2ImageUnused);
  expect(verdict).toMatchObject({ status: 'pass', reason: 'in-use', parameters: { user: 'i-1' } });
});

const template = () =>
  image(500, 365).with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web' }]);

test('an old image passes when a launch template starts it', () => {
  const verdict = template()
    .facet(launchTemplateDefault, 'web', { LaunchTemplateData: { ImageId: 'ami-1', UserData: null } })
    .verdict(ec2ImageUnused);
  expect(verdict).toMatchObject({ status: 'pass', parameters: { user: 'web' } });
});

test('a new image and one that AWS Backup keeps are not applicable', () => {
  expect(image(100).verdict(ec2ImageUnused)).toMatchObject({
    status: 'not-applicable',
    reason: 'too-young',
  });
  expect(
    image(500, 365, { Tags: [{ Key: 'aws:backup:source-resource', Value: 'i-1' }] }).verdict(ec2ImageUnused),
  ).toMatchObject({ status: 'not-applicable', reason: 'managed' });
});

test('a template that was not read keeps the verdict open, unless an instance settles it', () => {
  expect(template().verdict(ec2ImageUnused)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'ec2:DescribeLaunchTemplateVersions' }],
  });
  expect(
    template()
      .with(instances, [{ InstanceId: 'i-1', ImageId: 'ami-1' }])
      .verdict(ec2ImageUnused).status,
  ).toBe('pass');
});

test('without the instances an unlaunched image is unknown', () => {
  expect(image(500, 365).without(instances).verdict(ec2ImageUnused).status).toBe('unknown');
});
