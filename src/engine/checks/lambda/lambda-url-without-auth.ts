import { functionPolicy, functions, functionUrls } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { isPublic, judgePolicy, matches } from '../policy-document.ts';

/**
 * A URL without sign-in still answers only if the policy lets everybody invoke it; without the permission it says
 * 403 to all. The policy of an alias is its own and is not read.
 */
export const lambdaUrlWithoutAuth = check({
  id: 'lambda-url-without-auth',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: functions,
  reads: [functionUrls, functionPolicy],
  references: ['HIPAA:164.312(d)', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws lambda update-function-url-config --function-name ${name} --auth-type AWS_IAM`,
    terraform: () => 'resource "aws_lambda_function_url" "<name>" {\n  authorization_type = "AWS_IAM"\n}',
  },
  judge(one) {
    const urls = one.get(functionUrls) ?? [];
    if (urls.length === 0) return notApplicable('no-url');
    const seen = { FunctionUrls: urls.map((url) => `${url.FunctionUrl} ${url.AuthType}`) };
    const unsigned = urls.filter((url) => url.AuthType === 'NONE');
    if (unsigned.length === 0) return pass('signed', {}, { seen });
    const own = unsigned.find((url) => url.FunctionArn === one.arn);
    const policy = own ? one.get(functionPolicy) : null;
    const closed = () =>
      unsigned.some((url) => url !== own)
        ? unknown('alias', {}, { seen })
        : pass('no-permission', {}, { seen });
    if (!own || policy === null) return closed();
    return judgePolicy(policy, (statements) =>
      statements.some(
        (statement) =>
          isPublic(statement) &&
          statement.actions.some((action) => matches(action.toLowerCase(), 'lambda:invokefunctionurl')),
      )
        ? fail('open', { url: own.FunctionUrl ?? '' }, { seen })
        : closed(),
    );
  },
});
