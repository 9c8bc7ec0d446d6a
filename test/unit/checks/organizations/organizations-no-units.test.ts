import { expect, test } from 'vitest';
import { organizationsNoUnits } from '../../../../src/engine/checks/organizations/organizations-no-units.ts';
import { accounts, units1, units3, units5 } from '../../../../src/engine/collectors/organizations.ts';
import { guarded, MANAGEMENT, pathOf } from './organization.ts';

const other = { Id: MANAGEMENT, Name: 'management', Arn: 'arn:aws:organizations::1:account/o-1/1' };
const two = () => guarded(pathOf(), undefined).with(accounts, [other]);
const unit = {
  Id: 'ou-ab12-11111111',
  Name: 'prod',
  Arn: 'arn:aws:organizations::1:ou/o-1/ou-ab12-11111111',
};

test('two accounts without a unit fail', () => {
  expect(two().verdict(organizationsNoUnits)).toMatchObject({
    status: 'fail',
    parameters: { accounts: 2, units: 0 },
  });
});

test('units of every level count', () => {
  expect(two().with(units1, [unit]).verdict(organizationsNoUnits)).toMatchObject({
    status: 'pass',
    parameters: { units: 1 },
  });
});

test('an organization of one account needs no units', () => {
  expect(guarded(pathOf(), undefined).verdict(organizationsNoUnits)).toMatchObject({
    status: 'not-applicable',
    reason: 'one-account',
  });
});

test.each([[accounts], [units1], [units3], [units5]])('without $id the verdict is unknown', (read) => {
  expect(two().without(read).verdict(organizationsNoUnits).status).toBe('unknown');
});
