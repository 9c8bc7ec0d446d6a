import { expect, test } from 'vitest';
import { ec2LaunchTemplateGp2 } from '../../../../src/engine/checks/ec2/ec2-launch-template-gp2.ts';
import { launchTemplateDefault, launchTemplates } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const template = (more: object = {}) =>
  estate().with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', ...more }]);
const making = (...types: ('gp2' | 'gp3' | undefined)[]) =>
  template().facet(launchTemplateDefault, 'web', {
    VersionNumber: 3,
    LaunchTemplateData: {
      UserData: null,
      BlockDeviceMappings: types.map((VolumeType, index) => ({
        DeviceName: `/dev/sd${'abc'[index]}`,
        Ebs: { ...(VolumeType && { VolumeType }) },
      })),
    },
  });

test('a template that makes a gp2 volume fails and names the device', () => {
  expect(making('gp3', 'gp2').verdict(ec2LaunchTemplateGp2)).toMatchObject({
    status: 'fail',
    reason: 'gp2',
    parameters: { version: 3, devices: ['/dev/sdb'] },
  });
});

test('a template with gp3, with no type or with no devices passes', () => {
  expect(making('gp3').verdict(ec2LaunchTemplateGp2).status).toBe('pass');
  expect(making(undefined).verdict(ec2LaunchTemplateGp2).status).toBe('pass');
  expect(making().verdict(ec2LaunchTemplateGp2).status).toBe('pass');
});

test('a template of an EKS node group is not applicable: EKS makes it anew', () => {
  expect(
    template({ Tags: [{ Key: 'eks:nodegroup-name', Value: 'blue' }] }).verdict(ec2LaunchTemplateGp2),
  ).toMatchObject({ status: 'not-applicable', reason: 'managed' });
});

test('a template without a default version is unknown', () => {
  expect(template().facet(launchTemplateDefault, 'web', null).verdict(ec2LaunchTemplateGp2)).toMatchObject({
    status: 'unknown',
    reason: 'no-default-version',
  });
});

test.each([launchTemplates, launchTemplateDefault])('without a read it is unknown', (read) => {
  expect(making('gp3').without(read).verdict(ec2LaunchTemplateGp2).status).toBe('unknown');
});
