import { functions } from '../../collectors/lambda.ts';
import { check, fail, pass } from '../check.ts';

/** Values are reduced to what they look like when they are read; a name alone that sounds secret counts less. */
export const lambdaEnvironmentCredential = check({
  id: 'lambda-environment-credential',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: functions,
  references: ['HIPAA:164.312(d)', 'WA:SEC02-BP03'],
  effort: 'M',
  fix: {
    terraform: () =>
      'data "aws_secretsmanager_secret" "<name>" {\n  name = "<secret>"\n}\n\nresource "aws_lambda_function" "<name>" {\n  environment {\n    variables = {\n      <VARIABLE>_SECRET_ARN = data.aws_secretsmanager_secret.<name>.arn\n    }\n  }\n}',
  },
  judge(one) {
    const variables = one.body.EnvironmentVariables ?? [];
    const suspects = variables.filter((variable) => variable.credential !== null);
    if (suspects.length === 0) return pass('none', { count: variables.length });
    const seen = Object.fromEntries(suspects.map(({ name, credential }) => [name, credential]));
    const names = suspects.map((variable) => variable.name);
    return suspects.every((variable) => variable.credential === 'named-secret')
      ? fail('named-like', { names }, { seen, severity: 'medium' })
      : fail('looks-like', { names }, { seen });
  },
});
