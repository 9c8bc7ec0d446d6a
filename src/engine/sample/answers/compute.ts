import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { autoScaling as autoScalingPaging, lambda as lambdaPaging } from '../paging.ts';
import { mapped } from '../sequence.ts';
import type { Kinds, Site } from '../world.ts';

export const autoScaling: Answers<'auto-scaling'> = {
  DescribeAutoScalingGroups: paged('AutoScalingGroups', autoScalingPaging, ({ site, input }) => {
    const names = input.AutoScalingGroupNames;
    return site
      .all('auto-scaling-group')
      .filter(({ name }) => !names || names.includes(name))
      .map(({ body }) => body);
  }),
};

/** A function by its name or its ARN. */
function functionOf(site: Site, nameOrArn: string | undefined): Kinds['function'] {
  const name = nameOrArn?.split(':function:').at(-1) ?? '';
  const found = site.find('function', name);
  if (!found)
    throw awsError(
      'ResourceNotFoundException',
      `Function not found: ${site.arn('lambda', `function:${name}`)}`,
      404,
    );
  return found;
}

export const lambda: Answers<'lambda'> = {
  ListFunctions: paged('Functions', lambdaPaging, ({ site }) =>
    mapped(site.list('function'), ({ body }) => body),
  ),
  GetPolicy: ({ site, input }) => {
    const { policy, body } = functionOf(site, input.FunctionName);
    if (policy === undefined)
      throw awsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
    return { Policy: policy, RevisionId: body.RevisionId };
  },
  ListFunctionUrlConfigs: paged(
    'FunctionUrlConfigs',
    { ...lambdaPaging, most: 50 },
    ({ site, input }) => functionOf(site, input.FunctionName).urls,
  ),
};
