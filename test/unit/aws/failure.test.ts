import { expect, test } from 'vitest';
import { asReadFailure, classify, type FailureKind, readDenial } from '../../../src/engine/aws/failure.ts';
import { sdkError } from '../../support/fake-aws.ts';

/** An error of Node, DNS or TLS: an Error with a code. */
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

/** What providers of credentials throw: the text of the cause, and nothing else of it. */
const fromProvider = (message: string) =>
  Object.assign(new Error(message), { name: 'CredentialsProviderError', tryNextLink: false });

const unknown = (status: number, name = 'Unknown') => sdkError(name, 'Unknown', status);

test.each<[FailureKind, string, Error]>([
  ['denied', 'IAM', sdkError('AccessDenied', 'User: x is not authorized to perform: iam:ListUsers', 403)],
  ['denied', 'JSON services', sdkError('AccessDeniedException', 'User: x is not authorized', 400)],
  [
    'denied',
    'EC2',
    sdkError('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
  ],
  ['denied', 'S3 without a body', sdkError('403', 'Unknown', 403)],
  ['denied', 'IAM Identity Center', fromProvider('ForbiddenException: No access')],
  ['throttled', 'EC2', sdkError('RequestLimitExceeded', 'Request limit exceeded.', 503)],
  ['throttled', 'query services', sdkError('Throttling', 'Rate exceeded', 400)],
  ['throttled', 'JSON services', sdkError('ThrottlingException', 'Rate exceeded', 400)],
  ['throttled', 'Lambda', sdkError('TooManyRequestsException', 'Rate Exceeded.', 429)],
  ['throttled', 'S3', sdkError('SlowDown', 'Please reduce your request rate.', 503)],
  [
    'throttled',
    'a name of the service model alone',
    Object.assign(sdkError('SomeNewLimit', 'slower'), { $retryable: { throttling: true } }),
  ],
  ['throttled', 'the status alone', sdkError('SomethingElse', 'no', 429)],
  ['expired', 'STS', sdkError('ExpiredToken', 'The security token included in the request is expired', 403)],
  ['expired', 'JSON services', sdkError('ExpiredTokenException', 'The security token is expired', 400)],
  ['expired', 'EC2', sdkError('RequestExpired', 'Request has expired.', 400)],
  [
    'expired',
    'keys whose message alone tells',
    sdkError('UnrecognizedClientException', 'The security token included in the request is expired', 400),
  ],
  [
    'expired',
    'SSO',
    fromProvider(
      "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    ),
  ],
  [
    'expired',
    'SSO, ended at the portal',
    fromProvider('UnauthorizedException: Session token not found or invalid'),
  ],
  ['expired', 'a credential_process', fromProvider('Command failed: /usr/bin/vault\nsign in first')],
  [
    'invalid-credentials',
    'STS',
    sdkError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
  ],
  [
    'invalid-credentials',
    'EC2',
    sdkError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  ],
  [
    'invalid-credentials',
    'a wrong secret key',
    sdkError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
    ),
  ],
  [
    'invalid-credentials',
    'a wrong secret key, JSON services',
    sdkError('InvalidSignatureException', 'The request signature we calculated does not match.', 400),
  ],
  [
    'clock-skew',
    'S3',
    sdkError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      403,
    ),
  ],
  [
    'clock-skew',
    'a clock that is behind',
    sdkError(
      'SignatureDoesNotMatch',
      'Signature expired: 20261102T080000Z is now earlier than 20261102T084500Z (20261102T090000Z - 15 min.)',
      403,
    ),
  ],
  [
    'clock-skew',
    'a clock that is ahead',
    sdkError(
      'InvalidSignatureException',
      'Signature not yet current: 20261102T100000Z is still later than 20261102T091500Z (20261102T090000Z + 15 min.)',
      400,
    ),
  ],
  ['region-off', 'EC2', sdkError('OptInRequired', 'You are not subscribed to this service.', 401)],
  [
    'region-off',
    'STS',
    sdkError('RegionDisabledException', 'STS is not activated in this region for account: 1.', 403),
  ],
  ['not-offered', 'the SDK', sdkError('UnknownEndpoint', 'Inaccessible host', 0)],
  [
    'not-offered',
    'query services',
    sdkError('InvalidAction', 'The action X is not valid for this web service.'),
  ],
  ['unreachable', 'DNS', coded('ENOTFOUND', 'getaddrinfo ENOTFOUND sts.us-east-1.amazonaws.com')],
  ['unreachable', 'a socket', Object.assign(coded('ECONNRESET', 'socket hang up'), { name: 'TimeoutError' })],
  ['unreachable', 'the handler of the SDK', Object.assign(new Error('no answer'), { name: 'TimeoutError' })],
  ['unreachable', 'a proxy', coded('ERR_PROXY_TUNNEL', 'Failed to establish tunnel: HTTP/1.1 403 Forbidden')],
  ['unreachable', 'SSO without a network', fromProvider('Error: connect ECONNREFUSED 127.0.0.1:443')],
  [
    'unreachable',
    'SSO behind a proxy',
    fromProvider('Error [ERR_PROXY_TUNNEL]: Failed to establish tunnel: HTTP/1.1 403 Forbidden'),
  ],
  ['certificate', 'a TLS-inspecting proxy', coded('SELF_SIGNED_CERT_IN_CHAIN')],
  ['certificate', 'an unknown authority', coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
  ['certificate', 'a wrong name', coded('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['certificate', 'an old certificate', coded('CERT_HAS_EXPIRED')],
  ['certificate', 'no TLS at all', coded('EPROTO')],
  [
    'certificate',
    'SSO behind a TLS-inspecting proxy',
    fromProvider('Error: self-signed certificate in certificate chain'),
  ],
  ['unusable-answer', 'JSON', new SyntaxError(`Unexpected token '<', "<html>" is not valid JSON`)],
  [
    'unusable-answer',
    'XML',
    new Error(
      '@aws-sdk XML parse error: unexpected content.\n  Deserialization error: to see the raw response, inspect …',
    ),
  ],
  ['unusable-answer', 'a redirect to a page', unknown(302)],
  ['unusable-answer', 'a page of a firewall', unknown(403)],
  ['unusable-answer', 'no HTTP', coded('HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/, RTSP/ or ICE/')],
  ['aborted', 'the SDK', Object.assign(new Error('Request aborted'), { name: 'AbortError' })],
  ['aborted', 'Node', new DOMException('This operation was aborted', 'AbortError')],
  ['failed', 'a service', sdkError('InternalFailure', 'We encountered an internal error.', 500)],
  ['failed', 'a gateway', unknown(502)],
  ['failed', 'what nobody knows', sdkError('ValidationError', '1 validation error detected', 400)],
])('%s: %s', (kind, _from, error) => {
  expect(classify(error).kind).toBe(kind);
});

test('only what may pass is worth another try', () => {
  const transient = (error: unknown) => classify(error).transient;
  expect(transient(sdkError('Throttling'))).toBe(true);
  expect(transient(coded('ECONNRESET'))).toBe(true);
  expect(transient(sdkError('InternalFailure', 'oh', 500))).toBe(true);
  expect(transient(unknown(503))).toBe(true);
  expect(transient(sdkError('AccessDenied', 'no', 403))).toBe(false);
  expect(transient(sdkError('ExpiredToken', 'no', 403))).toBe(false);
  expect(transient(coded('SELF_SIGNED_CERT_IN_CHAIN'))).toBe(false);
  expect(transient(unknown(403))).toBe(false);
});

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT', 'SELF_SIGNED_CERT_IN_CHAIN'])(
  '%s is found however deep it is hidden',
  (code) => {
    const deep = new Error('outer', {
      cause: new Error('middle', { cause: coded(code, `the words of ${code}`) }),
    });
    expect(classify(deep)).toMatchObject({
      code,
      message: `the words of ${code}`,
      kind: code.startsWith('SELF') ? 'certificate' : 'unreachable',
    });
  },
);

test('an error that is its own cause ends', () => {
  const error = coded('ECONNRESET');
  error.cause = error;
  expect(classify(error).kind).toBe('unreachable');
});

test('happy eyeballs gives an error without words; its code stands for them', () => {
  const error = Object.assign(new AggregateError([coded('ECONNREFUSED')], ''), { code: 'ECONNREFUSED' });
  expect(classify(error)).toMatchObject({ kind: 'unreachable', message: 'ECONNREFUSED' });
});

test('a name in the words does not decide: a role called after a clock is not a wrong clock', () => {
  const error = sdkError(
    'AccessDenied',
    'User: arn:aws:sts::111122223333:assumed-role/clock-tower/x is not authorized to perform: iam:ListUsers',
    403,
  );
  expect(classify(error)).toMatchObject({ kind: 'denied', permission: 'iam:ListUsers' });
});

test('what is thrown need not be an error', () => {
  expect(classify('no idea')).toMatchObject({ kind: 'failed', code: 'Unknown', message: 'no idea' });
});

test("the lines that the SDK writes for programmers do not reach the client's ledger", () => {
  const error = new Error('@aws-sdk XML parse error: unexpected content.\n  Deserialization error: to see …');
  expect(classify(error).message).toBe('XML parse error: unexpected content.');
  expect(classify(unknown(407)).message).toBe('HTTP 407 without a word of AWS');
});

const who = 'User: arn:aws:sts::111122223333:assumed-role/Audit/ana is not authorized to perform:';
const action = 's3:GetBucketPolicy';
const on = `${who} ${action} on resource: "arn:aws:s3:::acme"`;

test.each([
  ['identity-policy', `${on} because no identity-based policy allows the ${action} action`],
  ['identity-policy', `${on} with an explicit deny in an identity-based policy`],
  ['service-control-policy', `${on} because no service control policy allows the ${action} action`],
  ['service-control-policy', `${on} with an explicit deny in a service control policy`],
  [
    'service-control-policy',
    `${on} with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1`,
  ],
  ['resource-control-policy', `${on} with an explicit deny in a resource control policy`],
  ['resource-control-policy', `${on} because no resource control policy allows the ${action} action`],
  ['resource-policy', `${on} because no resource-based policy allows the ${action} action`],
  ['resource-policy', `${on} with an explicit deny in a resource-based policy`],
  ['permissions-boundary', `${on} because no permissions boundary allows the ${action} action`],
  ['permissions-boundary', `${on} with an explicit deny in a permissions boundary`],
  ['session-policy', `${on} because no session policy allows the ${action} action`],
  ['vpc-endpoint-policy', `${on} because no VPC endpoint policy allows the ${action} action`],
  ['vpc-endpoint-policy', `${on} with an explicit deny in a VPC endpoint policy`],
  ['explicit-deny', `${on} with an explicit deny`],
  ['unsaid', on],
])('says who denied: %s', (denial, message) => {
  expect(readDenial(message)).toEqual({ denial, permission: action });
});

test('a role that does not trust us is denied by its own policy', () => {
  const trust =
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Audit because no role trust policy allows the sts:AssumeRole action';
  expect(readDenial(trust)).toEqual({ denial: 'resource-policy', permission: 'sts:AssumeRole' });
});

test('EC2 writes its denials another way', () => {
  const message = `You are not authorized to perform this operation. User: arn:aws:iam::1:user/a is not authorized to perform: ec2:DescribeVolumes because no identity-based policy allows the ec2:DescribeVolumes action`;
  expect(readDenial(message)).toEqual({ denial: 'identity-policy', permission: 'ec2:DescribeVolumes' });
  expect(readDenial('You are not authorized to perform this operation.')).toEqual({ denial: 'unsaid' });
});

test('the ledger gets an outcome for each kind, with who denied and what is missing', () => {
  const ledger = (error: unknown) => asReadFailure(classify(error));
  expect(ledger(sdkError('AccessDenied', `${on} with an explicit deny in a service control policy`))).toEqual(
    {
      outcome: 'denied',
      code: 'AccessDenied',
      message: `${on} with an explicit deny in a service control policy`,
      denial: 'service-control-policy',
      permission: action,
    },
  );
  expect(ledger(sdkError('InvalidClientTokenId')).outcome).toBe('expired');
  expect(ledger(coded('SELF_SIGNED_CERT_IN_CHAIN')).outcome).toBe('unreachable');
  expect(ledger(sdkError('RequestTimeTooSkewed')).outcome).toBe('failed');
  expect(ledger(new SyntaxError('no')).outcome).toBe('failed');
  expect(ledger(Object.assign(new Error('stop'), { name: 'AbortError' })).outcome).toBe('skipped');
});
