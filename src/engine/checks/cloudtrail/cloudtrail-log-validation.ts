import { trails } from '../../collectors/cloudtrail.ts';
import { check, fail, pass } from '../check.ts';
import { foreignTrail } from './own-trail.ts';

export const cloudtrailLogValidation = check({
  id: 'cloudtrail-log-validation',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: trails,
  references: ['CIS-7.0:4.2', 'FSBP:CloudTrail.4', 'HIPAA:164.312(c)(2)', 'WA:SEC04-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name, region }) =>
      `aws cloudtrail update-trail --region ${region} --name ${name} --enable-log-file-validation`,
    terraform: () => 'resource "aws_cloudtrail" "<name>" {\n  enable_log_file_validation = true\n}',
  },
  judge(trail) {
    const foreign = foreignTrail(trail);
    if (foreign) return foreign;
    const seen = { LogFileValidationEnabled: trail.body.LogFileValidationEnabled };
    return seen.LogFileValidationEnabled ? pass('on', {}, { seen }) : fail('off', {}, { seen });
  },
});
