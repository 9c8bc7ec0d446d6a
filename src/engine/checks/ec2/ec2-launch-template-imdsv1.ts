import { launchTemplateDefault, launchTemplates } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { managerOf } from './managed.ts';

/** A template that is silent leaves the choice to the image and to the account's default, which may allow IMDSv1. */
export const ec2LaunchTemplateImdsv1 = check({
  id: 'ec2-launch-template-imdsv1',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: launchTemplates,
  reads: [launchTemplateDefault],
  references: ['FSBP:EC2.170', 'CIS-7.0:6.7', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-launch-template-version --launch-template-id ${body.LaunchTemplateId} --source-version '$Default' --launch-template-data '{"MetadataOptions":{"HttpTokens":"required"}}'\naws ec2 modify-launch-template --launch-template-id ${body.LaunchTemplateId} --default-version <version>`,
    terraform: () =>
      'resource "aws_launch_template" "<name>" {\n  metadata_options {\n    http_tokens   = "required"\n    http_endpoint = "enabled"\n  }\n}',
  },
  judge(template) {
    const manager = managerOf(template.tags, template.body.Operator);
    if (manager) return notApplicable('managed', { manager });
    const found = template.get(launchTemplateDefault);
    if (!found?.LaunchTemplateData) return unknown('no-default-version');
    const { HttpTokens, HttpEndpoint } = found.LaunchTemplateData.MetadataOptions ?? {};
    const version = found.VersionNumber ?? 0;
    const seen = { VersionNumber: version, HttpTokens, HttpEndpoint };
    if (HttpEndpoint === 'disabled') return pass('endpoint-off', { version }, { seen });
    if (HttpTokens === 'required') return pass('tokens-required', { version }, { seen });
    if (HttpTokens === 'optional') return fail('tokens-optional', { version }, { seen });
    return fail('silent', { version }, { seen, severity: 'low' });
  },
});
