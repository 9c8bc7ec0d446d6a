import { expect, test } from 'vitest';
import { iamUserDirectPolicies } from '../../../../src/engine/checks/iam/iam-user-direct-policies.ts';
import { attachedUserPolicies, userPolicies } from '../../../../src/engine/collectors/iam.ts';
import { ana } from './user.ts';

const attached = [{ PolicyName: 'Deploy', PolicyArn: 'arn:aws:iam::111122223333:policy/Deploy' }];

test('a user without policies of its own passes', () => {
  expect(ana().facet(attachedUserPolicies, 'ana', []).verdict(iamUserDirectPolicies).status).toBe('pass');
});

test('attached and inline policies are named together', () => {
  const user = ana()
    .facet(attachedUserPolicies, 'ana', attached)
    .with(userPolicies, ['quick-fix'], { parent: 'ana' });
  expect(user.verdict(iamUserDirectPolicies)).toMatchObject({
    status: 'fail',
    parameters: { policies: ['Deploy', 'quick-fix'] },
  });
});

test.each([[attachedUserPolicies], [userPolicies]])('without $id the verdict is unknown', (read) => {
  const user = ana().facet(attachedUserPolicies, 'ana', []).without(read);
  expect(user.verdict(iamUserDirectPolicies)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
