import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

export const ARN = 'arn:aws:lambda:us-east-1:111122223333:function:resize';

/** An estate with one function, last changed a year ago, unless said otherwise. */
export const lambda = (body: FunctionConfiguration = {}) =>
  estate().with(functions, [
    {
      FunctionName: 'resize',
      FunctionArn: ARN,
      Runtime: 'nodejs22.x',
      LastModified: daysAgo(365).toISOString().replace('Z', '+0000'),
      ...body,
    },
  ]);

export const policy = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const functionsDenied = {
  status: 'unknown',
  missing: [{ read: 'lambda:ListFunctions', outcome: 'denied', permission: 'lambda:ListFunctions' }],
};

export const readDenied = (read: string, permission = read) => ({
  status: 'unknown',
  missing: [{ read, outcome: 'denied', permission }],
});

export const metricDenied = (metric: string) =>
  readDenied(
    `cloudwatch:GetMetricStatistics/AWS::Lambda::Function/${metric}`,
    'cloudwatch:GetMetricStatistics',
  );
