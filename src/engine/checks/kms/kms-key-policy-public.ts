import { keyMetadata, keyPolicy, keys } from '../../collectors/kms.ts';
import { check, fail, pass } from '../check.ts';
import { isPublic, judgePolicy } from '../policy-document.ts';
import { customerKey, isVerdict } from './customer-key.ts';

/** The policies of AWS managed keys let in everybody of an account by design, and cannot be changed. */
export const kmsKeyPolicyPublic = check({
  id: 'kms-key-policy-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: keys,
  reads: [keyMetadata, keyPolicy],
  references: ['CIS-7.0:2.21', 'FSBP:KMS.5', 'HIPAA:164.312(a)(1)', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws kms put-key-policy --key-id ${name} --policy-name default --policy file://<policy>.json`,
  },
  judge(key) {
    const metadata = customerKey(key);
    if (isVerdict(metadata)) return metadata;
    return judgePolicy(key.get(keyPolicy), (statements) => {
      const open = statements.filter(isPublic);
      const seen = { Statements: open.map(({ sid, actions }) => `${sid ?? ''} ${actions.join(' ')}`.trim()) };
      if (open.length === 0) return pass('private');
      const actions = [...new Set(open.flatMap((statement) => statement.actions))];
      return fail('public', { actions }, { seen });
    });
  },
});
