import { instances } from '../../collectors/ec2.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const ec2InstanceImdsv1 = check({
  id: 'ec2-instance-imdsv1',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: instances,
  references: ['CIS-7.0:6.7', 'FSBP:EC2.8', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 modify-instance-metadata-options --instance-id ${body.InstanceId} --http-tokens required --http-endpoint enabled`,
    terraform: () =>
      'resource "aws_instance" "<name>" {\n  metadata_options {\n    http_tokens   = "required"\n    http_endpoint = "enabled"\n  }\n}',
  },
  judge(instance) {
    const { HttpTokens, HttpEndpoint, HttpPutResponseHopLimit } = instance.body.MetadataOptions ?? {};
    const seen = { HttpTokens, HttpEndpoint, HttpPutResponseHopLimit };
    if (HttpEndpoint === 'disabled') return pass('endpoint-off', {}, { seen });
    if (HttpTokens === 'required') return pass('tokens-required', {}, { seen });
    if (HttpTokens === 'optional') return fail('tokens-optional', {}, { seen });
    return unknown('not-told', {}, { seen });
  },
});
