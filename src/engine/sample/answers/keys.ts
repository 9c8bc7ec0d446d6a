import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { kms as paging } from '../paging.ts';
import type { Kinds, Site } from '../world.ts';

/** A key by its id or its ARN. */
function keyOf(site: Site, idOrArn: string | undefined): Kinds['key'] {
  const found = site.find('key', idOrArn?.split('/').at(-1) ?? '');
  if (!found) throw awsError('NotFoundException', `Key '${idOrArn}' does not exist`, 400);
  return found;
}

export const kms: Answers<'kms'> = {
  ListKeys: paged('Keys', paging, ({ site }) =>
    site.all('key').map(({ body }) => ({ KeyId: body.KeyId, KeyArn: body.Arn })),
  ),
  ListAliases: paged('Aliases', { ...paging, most: 100, usual: 50 }, ({ site, input }) => {
    const key = input.KeyId ? keyOf(site, input.KeyId).body.KeyId : undefined;
    return site
      .all('alias')
      .map(({ body }) => body)
      .filter((alias) => !key || alias.TargetKeyId === key);
  }),
  DescribeKey: ({ site, input }) => ({ KeyMetadata: keyOf(site, input.KeyId).body }),
  GetKeyPolicy: ({ site, input }) => {
    const key = keyOf(site, input.KeyId);
    if (input.PolicyName && input.PolicyName !== 'default')
      throw awsError('NotFoundException', `No such policy exists`, 400);
    return { Policy: JSON.stringify(key.policy), PolicyName: 'default' };
  },
  GetKeyRotationStatus: ({ site, input }) => {
    const key = keyOf(site, input.KeyId);
    if (key.body.KeySpec !== 'SYMMETRIC_DEFAULT') throw awsError('UnsupportedOperationException', '', 400);
    return {
      KeyId: key.body.KeyId,
      KeyRotationEnabled: key.rotates && key.body.KeyState === 'Enabled',
      ...(key.rotates && { RotationPeriodInDays: 365 }),
    };
  },
};
