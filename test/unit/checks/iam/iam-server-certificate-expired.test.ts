import { expect, test } from 'vitest';
import { iamServerCertificateExpired } from '../../../../src/engine/checks/iam/iam-server-certificate-expired.ts';
import { serverCertificates } from '../../../../src/engine/collectors/iam.ts';
import { estate } from '../../../support/estate.ts';

const certificate = (until: string | undefined) =>
  estate().with(serverCertificates, [
    {
      Path: '/',
      ServerCertificateName: 'web',
      ServerCertificateId: 'ASCA1',
      Arn: 'arn:aws:iam::111122223333:server-certificate/web',
      ...(until && { Expiration: new Date(until) }),
    },
  ]);

test.each([
  ['2026-11-02T07:59:00Z', 'fail', 'expired'],
  ['2026-11-20T00:00:00Z', 'fail', 'expires-soon'],
  ['2027-11-02T00:00:00Z', 'pass', 'valid'],
  [undefined, 'unknown', 'no-date'],
])('a certificate until %s: %s, %s', (until, status, reason) => {
  expect(certificate(until).verdict(iamServerCertificateExpired)).toMatchObject({ status, reason });
});

test('certificates that could not be listed are unknown', () => {
  const unread = certificate('2020-01-01').without(serverCertificates);
  expect(unread.verdict(iamServerCertificateExpired).status).toBe('unknown');
});
