import { expect, test } from 'vitest';
import { iamSamlProviderExpiring } from '../../../../src/engine/checks/iam/iam-saml-provider-expiring.ts';
import { samlProviders } from '../../../../src/engine/collectors/iam.ts';
import { estate } from '../../../support/estate.ts';

const provider = (until?: string) =>
  estate().with(samlProviders, [
    {
      Arn: 'arn:aws:iam::111122223333:saml-provider/adfs',
      ...(until && { ValidUntil: new Date(until) }),
    },
  ]);

test.each([
  ['2026-11-01T00:00:00Z', 'fail', 'expired'],
  ['2026-12-02T00:00:00Z', 'fail', 'expires-soon'],
  ['2027-06-01T00:00:00Z', 'pass', 'valid'],
  [undefined, 'not-applicable', 'no-end'],
])('a provider until %s: %s, %s', (until, status, reason) => {
  expect(provider(until).verdict(iamSamlProviderExpiring)).toMatchObject({ status, reason });
});

test('providers that could not be listed are unknown', () => {
  expect(provider('2020-01-01').without(samlProviders).verdict(iamSamlProviderExpiring).status).toBe(
    'unknown',
  );
});
