import { accountPublicAccessBlock } from '../../collectors/s3.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, pass } from '../check.ts';

const flags = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

export const s3AccountPublicAccessBlock = check({
  id: 's3-account-public-access-block',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: account,
  reads: [accountPublicAccessBlock],
  references: ['CIS-7.0:3.1.4', 'FSBP:S3.1', 'HIPAA:164.312(a)(1)', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ account }) =>
      `aws s3control put-public-access-block --account-id ${account} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
    terraform: () =>
      'resource "aws_s3_account_public_access_block" "this" {\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  judge(_, { estate }) {
    const block = estate.list(accountPublicAccessBlock)[0]?.body;
    if (!block) return fail('never-set');
    const seen = Object.fromEntries(flags.map((flag) => [flag, block[flag] ?? false]));
    const off = flags.filter((flag) => !block[flag]);
    return off.length > 0 ? fail('partly', { off }, { seen }) : pass('on', {}, { seen });
  },
});
