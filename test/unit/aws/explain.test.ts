import { expect, test } from 'vitest';
import { explain, type Origin } from '../../../src/engine/aws/explain.ts';
import type { ProfileKind } from '../../../src/engine/aws/profile.ts';
import { type ErrorCode, FieldbookError } from '../../../src/shared/contract/errors.ts';
import { sdkError } from '../../support/fake-aws.ts';

const target = { profile: 'acme' };
const member = {
  profile: 'acme',
  assume: { account: '444455556666', roleArn: 'arn:aws:iam::444455556666:role/Audit' },
};
const origin = (kind: ProfileKind, endpointUrl: string | null = null): Origin => ({
  profile: 'base',
  kind,
  endpointUrl,
});
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const expired = sdkError('ExpiredToken', 'The security token included in the request is expired', 403);
const denied = sdkError('AccessDenied', 'User: x is not authorized to perform: sts:AssumeRole', 403);

test.each<[ErrorCode, Error, RegExp, RegExp]>([
  ['credentials-invalid', sdkError('InvalidClientTokenId', 'not valid', 403), /'acme'/, /choose another/],
  ['credentials-invalid', denied, /sts:AssumeRole/, /role/],
  ['clock-skew', sdkError('RequestTimeTooSkewed', 'too large', 403), /clock is wrong/, /Set the clock/],
  ['network-unreachable', coded('ENOTFOUND', 'getaddrinfo ENOTFOUND x'), /ENOTFOUND/, /HTTPS_PROXY/],
  ['network-unreachable', sdkError('Throttling', 'Rate exceeded'), /too often/, /Wait a minute/],
  ['proxy-or-certificate', coded('ERR_PROXY_TUNNEL', '403 Forbidden'), /proxy/, /amazonaws\.com/],
  ['proxy-or-certificate', coded('SELF_SIGNED_CERT_IN_CHAIN'), /certificate/, /ca_bundle/],
  ['proxy-or-certificate', coded('CERT_HAS_EXPIRED'), /not valid today/, /date of this machine/],
  ['proxy-or-certificate', coded('EPROTO', 'write EPROTO 40:error:0A'), /does not speak TLS/, /http:\/\//],
  ['answer-unusable', new SyntaxError('no JSON'), /does not speak as AWS/, /hotel|HTTPS_PROXY/],
  ['answer-unusable', sdkError('InternalFailure', 'We broke', 500), /failed to answer/, /repeat/],
  ['answer-unusable', sdkError('ValidationError', 'bad ARN'), /ValidationError: bad ARN/, /profile/],
  ['answer-unusable', sdkError('RegionDisabledException', 'STS is off', 403), /region/, /switched on/],
  ['cancelled', Object.assign(new Error('stop'), { name: 'AbortError' }), /Cancelled/, /nothing was lost/],
])('%s says what happened and what to do: %#', (code, error, message, next) => {
  const explained = explain(error, target);
  expect(explained.code).toBe(code);
  expect(explained.message).toMatch(message);
  expect(explained.next).toMatch(next);
  expect(explained.cause).toBe(error);
});

test.each<[ProfileKind, RegExp, RegExp]>([
  ['sso', /session of the profile 'base'/, /aws sso login --profile base/],
  ['login', /session of the profile 'base'/, /aws login --profile base/],
  ['keys', /keys of the profile 'base' have run out/, /put new ones in their place/],
  ['process', /credential_process of the profile 'base'/, /Run its command/],
  ['web-identity', /token/, /web_identity_token_file/],
  ['assume-role', /'base'/, /Sign in again/],
])('a session of the kind %s is renewed in its own way, where it comes from', (kind, message, next) => {
  const explained = explain(expired, target, origin(kind));
  expect(explained.code).toBe('sign-in-needed');
  expect(explained.message).toMatch(message);
  expect(explained.next).toMatch(next);
});

test('nothing is said of an account that refuses its role but what concerns it', () => {
  const explained = explain(denied, member);
  expect(explained.code).toBe('account-refused');
  expect(explained.message).toContain('444455556666');
  expect(explained.message).toContain('role/Audit');
  expect(explained.next).toContain('The other accounts are scanned without it.');
});

test('an address of our own choice is named, and AWS is not blamed', () => {
  const at = origin('keys', 'http://127.0.0.1:4566');
  for (const error of [coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:4566'), new SyntaxError('no')]) {
    const explained = explain(error, target, at);
    expect(explained.message).toContain('http://127.0.0.1:4566');
    expect(explained.message).not.toMatch(/^AWS/);
    expect(explained.next).toContain('endpoint_url');
  }
});

test('what explains itself already is left as it is', () => {
  const known = new FieldbookError('mfa-needed', 'a code', 'type it');
  expect(explain(known, target)).toBe(known);
});

test('no explanation mentions a scan, since none may have been begun', () => {
  for (const error of [expired, denied, coded('ENOTFOUND'), new SyntaxError('no')])
    expect(explain(error, target).next).not.toContain('resume');
});
