import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { metric } from './metric.ts';
import { facet, listFacet, listing } from './read.ts';
import type { Redacted } from './redact.ts';

/** A function as it is stored: names and hashes of its environment variables in place of their values. */
export interface LambdaFunction extends Omit<FunctionConfiguration, 'Environment'> {
  EnvironmentVariables?: Redacted[];
}

export const functions = listing({
  service: 'lambda',
  operation: 'ListFunctions',
  type: 'AWS::Lambda::Function',
  page: { output: 'NextMarker', input: 'Marker' },
  input: () => ({ MaxItems: 50 }),
  items: (output): LambdaFunction[] | undefined => output.Functions,
  identify: (one, at) => ({
    arn: one.FunctionArn ?? at.arn('lambda', `function:${one.FunctionName}`),
    name: one.FunctionName,
  }),
  redact: (one, redactor) => {
    const { Environment: environment, ...rest } = one as FunctionConfiguration;
    return { ...rest, EnvironmentVariables: redactor.variables(environment?.Variables) };
  },
  tags: 'tagging-api',
});

/** The resource policy as JSON text. */
export const functionPolicy = facet({
  service: 'lambda',
  operation: 'GetPolicy',
  of: functions,
  name: 'Policy',
  absent: ['ResourceNotFoundException'],
  input: (one) => ({ FunctionName: one.name }),
  value: (output) => output.Policy,
});

export const functionUrls = listFacet({
  service: 'lambda',
  operation: 'ListFunctionUrlConfigs',
  of: functions,
  name: 'FunctionUrlConfigs',
  page: { output: 'NextMarker', input: 'Marker' },
  absent: ['ResourceNotFoundException'],
  input: (one) => ({ FunctionName: one.name }),
  items: (output) => output.FunctionUrlConfigs,
});

const sum = (name: 'Invocations' | 'Errors' | 'Throttles', days: number) =>
  metric({
    of: functions,
    namespace: 'AWS/Lambda',
    metric: name,
    statistic: 'Sum',
    days,
    dimensions: (one) => ({ FunctionName: one.name }),
  });

/** All three are emitted only while the function is called. */
export const invocations = sum('Invocations', 30);
export const errors = sum('Errors', 14);
export const throttles = sum('Throttles', 14);
