import { expect, test } from 'vitest';
import { ec2LaunchTemplateImdsv1 } from '../../../../src/engine/checks/ec2/ec2-launch-template-imdsv1.ts';
import { launchTemplateDefault, launchTemplates } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const template = (more: object = {}) =>
  estate().with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', ...more }]);
const saying = (MetadataOptions?: object) =>
  template().facet(launchTemplateDefault, 'web', {
    VersionNumber: 2,
    LaunchTemplateData: { UserData: null, ...(MetadataOptions && { MetadataOptions }) },
  });

test('a template with optional tokens fails', () => {
  expect(saying({ HttpTokens: 'optional' }).verdict(ec2LaunchTemplateImdsv1)).toMatchObject({
    status: 'fail',
    reason: 'tokens-optional',
    parameters: { version: 2 },
  });
});

test('a template that is silent fails mildly: image and account default decide', () => {
  for (const silent of [saying(), saying({ HttpPutResponseHopLimit: 2 })])
    expect(silent.verdict(ec2LaunchTemplateImdsv1)).toMatchObject({
      status: 'fail',
      reason: 'silent',
      severity: 'low',
    });
});

test('a template that requires tokens or switches the endpoint off passes', () => {
  expect(saying({ HttpTokens: 'required' }).verdict(ec2LaunchTemplateImdsv1).status).toBe('pass');
  expect(saying({ HttpEndpoint: 'disabled' }).verdict(ec2LaunchTemplateImdsv1).status).toBe('pass');
});

test('a managed template is not applicable', () => {
  expect(
    template({ Operator: { Managed: true, Principal: 'eks.amazonaws.com' } }).verdict(
      ec2LaunchTemplateImdsv1,
    ),
  ).toMatchObject({ status: 'not-applicable', reason: 'managed' });
});

test('a template without a default version is unknown', () => {
  expect(template().facet(launchTemplateDefault, 'web', null).verdict(ec2LaunchTemplateImdsv1).reason).toBe(
    'no-default-version',
  );
});

test.each([launchTemplates, launchTemplateDefault])('without a read it is unknown', (read) => {
  expect(saying({ HttpTokens: 'required' }).without(read).verdict(ec2LaunchTemplateImdsv1).status).toBe(
    'unknown',
  );
});
