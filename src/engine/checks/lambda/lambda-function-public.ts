import { functionPolicy, functions } from '../../collectors/lambda.ts';
import { check, fail, pass } from '../check.ts';
import { isPublic, judgePolicy, type Statement } from '../policy-document.ts';

/** What lets callers in through the function's URL only; `lambda-url-without-auth` judges that. */
const isForUrl = ({ actions, conditions }: Statement): boolean =>
  (actions.length > 0 && actions.every((action) => action.toLowerCase() === 'lambda:invokefunctionurl')) ||
  conditions.some(({ key }) =>
    ['lambda:functionurlauthtype', 'lambda:invokedviafunctionurl'].includes(key.toLowerCase()),
  );

export const lambdaFunctionPublic = check({
  id: 'lambda-function-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: functions,
  reads: [functionPolicy],
  references: ['CIS-7.0:2.21', 'FSBP:Lambda.1', 'HIPAA:164.312(a)(1)', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws lambda remove-permission --function-name ${name} --statement-id <statement>`,
    terraform: () =>
      'resource "aws_lambda_permission" "<name>" {\n  principal      = "<service or account>"\n  source_account = "<account>"\n  source_arn     = "<ARN>"\n}',
  },
  judge(one) {
    const policy = one.get(functionPolicy);
    if (policy === null) return pass('no-policy');
    return judgePolicy(policy, (statements) => {
      const open = statements.filter((statement) => isPublic(statement) && !isForUrl(statement));
      if (open.length === 0) return pass('private');
      const seen = { Statements: open.map(({ sid, actions }) => `${sid ?? ''} ${actions.join(' ')}`.trim()) };
      const actions = [...new Set(open.flatMap((statement) => statement.actions))];
      return fail('public', { actions }, { seen });
    });
  },
});
