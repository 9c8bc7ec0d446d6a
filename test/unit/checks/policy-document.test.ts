import { describe, expect, test } from 'vitest';
import {
  deniesInsecureTransport,
  grantsAdmin,
  isPublic,
  judgePolicy,
  PolicyDocumentError,
  statements,
} from '../../../src/engine/checks/policy-document.ts';

const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const first = (statement: object) => statements(policy(statement))[0]!;

describe('statements', () => {
  const statement = { Sid: 'One', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
  const expected = {
    sid: 'One',
    effect: 'Allow',
    principals: [],
    notPrincipals: [],
    actions: ['s3:GetObject'],
    notActions: [],
    resources: ['arn:aws:s3:::b/*'],
    notResources: [],
    conditions: [],
  };

  test.each([
    ['an object', policy(statement)],
    ['JSON', JSON.stringify(policy(statement))],
    ['URL-encoded JSON', encodeURIComponent(JSON.stringify(policy(statement)))],
    ['a statement that stands alone', { Statement: statement }],
  ])('%s is read, with every single value made a list', (_form, document) => {
    expect(statements(document)).toEqual([expected]);
  });

  test('JSON that holds a percent sign is not decoded', () => {
    const document = JSON.stringify(policy({ ...statement, Resource: 'arn:aws:s3:::b/100%25*' }));
    expect(statements(document)[0]!.resources).toEqual(['arn:aws:s3:::b/100%25*']);
  });

  test('principals keep their kind, and the bare star is one', () => {
    expect(first({ Effect: 'Allow', Principal: '*', Action: '*' }).principals).toEqual([
      { type: '*', id: '*' },
    ]);
    const Principal = { AWS: ['111122223333', '*'], Service: 'ec2.amazonaws.com' };
    expect(first({ Effect: 'Allow', Principal, Action: '*' }).principals).toEqual([
      { type: 'AWS', id: '111122223333' },
      { type: 'AWS', id: '*' },
      { type: 'Service', id: 'ec2.amazonaws.com' },
    ]);
  });

  test('conditions are told one by one, and booleans become the texts that IAM compares', () => {
    const Condition = {
      Bool: { 'aws:SecureTransport': false },
      StringEquals: { 'aws:SourceAccount': ['111122223333'] },
    };
    expect(first({ Effect: 'Deny', Action: '*', Condition }).conditions).toEqual([
      { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] },
      { operator: 'StringEquals', key: 'aws:SourceAccount', values: ['111122223333'] },
    ]);
  });

  test.each([
    ['', 'it is not JSON'],
    ['not a policy', 'it is not JSON'],
    ['%7', 'it is neither JSON nor URL-encoded'],
    [null, 'the document is not an object'],
    [{}, 'Statement is missing'],
    [policy({ Action: '*' }), 'Statement[0].Effect is neither Allow nor Deny'],
    [policy({ Effect: 'allow', Action: '*' }), 'Statement[0].Effect is neither Allow nor Deny'],
    [policy({ Effect: 'Allow' }), 'Statement[0] has neither Action nor NotAction'],
    [policy({ Effect: 'Allow', Action: [{}] }), 'Statement[0].Action holds something other than text'],
    [
      policy({ Effect: 'Allow', Action: '*', Principal: 'me' }),
      'Statement[0].Principal is a text other than *',
    ],
    [
      policy({ Effect: 'Allow', Action: '*', Condition: { Bool: 'x' } }),
      'Statement[0].Condition.Bool is not an object',
    ],
  ])('%j is refused: %s', (document, problem) => {
    expect(() => statements(document)).toThrow(PolicyDocumentError);
    expect(() => statements(document)).toThrow(problem);
    expect(judgePolicy(document, () => [])).toEqual({
      status: 'unknown',
      reason: 'policy-malformed',
      parameters: { problem },
    });
  });
});

describe('isPublic', () => {
  const everyone = (Condition?: object) =>
    first({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', Condition });

  test('a statement for everybody is public, however everybody is written', () => {
    expect(isPublic(everyone())).toBe(true);
    expect(isPublic(first({ Effect: 'Allow', Principal: { AWS: '*' }, Action: '*' }))).toBe(true);
    const NotPrincipal = { AWS: 'arn:aws:iam::111122223333:root' };
    expect(isPublic(first({ Effect: 'Allow', NotPrincipal, Action: '*' }))).toBe(true);
  });

  test('a denial, a service and a named account are not', () => {
    expect(isPublic(first({ Effect: 'Deny', Principal: '*', Action: '*' }))).toBe(false);
    expect(
      isPublic(first({ Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: '*' })),
    ).toBe(false);
    expect(isPublic(first({ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: '*' }))).toBe(false);
  });

  test.each([
    { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    { StringEquals: { 'AWS:SourceOwner': '111122223333' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
    { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM writes its variables so
    { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } },
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/*' } },
    { StringEquals: { 'aws:SourceVpce': 'vpce-0123' } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
    { IpAddress: { 'aws:SourceIp': '203.0.113.7' } },
  ])('%j limits the caller', (condition) => {
    expect(isPublic(everyone(condition))).toBe(false);
  });

  test.each([
    { StringNotEquals: { 'aws:SourceAccount': '111122223333' } },
    { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' } },
    { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/' } },
    { Null: { 'aws:SourceVpce': 'false' } },
    { StringLike: { 'aws:SourceVpce': 'vpce-*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
    { ArnLike: { 'aws:SourceArn': '*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM writes its variables so
    { StringEquals: { 'aws:SourceAccount': '${aws:PrincipalAccount}' } },
    { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/1'] } },
    { IpAddress: { 'aws:SourceIp': '::/0' } },
    { StringEquals: { 's3:x-amz-acl': 'public-read' } },
    { Bool: { 'aws:SecureTransport': 'true' } },
  ])('%j does not', (condition) => {
    expect(isPublic(everyone(condition))).toBe(true);
  });

  test('one condition that limits is enough beside others that do not', () => {
    const condition = {
      Bool: { 'aws:SecureTransport': 'true' },
      StringEquals: { 'aws:SourceVpc': 'vpc-1' },
    };
    expect(isPublic(everyone(condition))).toBe(false);
  });
});

describe('grantsAdmin', () => {
  test.each([
    [{ Effect: 'Allow', Action: '*', Resource: '*' }, true],
    [{ Effect: 'Allow', Action: ['s3:GetObject', '*:*'], Resource: ['*'] }, true],
    [
      {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } },
      },
      true,
    ],
    [{ Effect: 'Deny', Action: '*', Resource: '*' }, false],
    [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }, false],
    [{ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::b/*' }, false],
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, false],
  ])('%j: %s', (statement, admin) => {
    expect(grantsAdmin(first(statement))).toBe(admin);
  });
});

describe('deniesInsecureTransport', () => {
  const bucket = 'arn:aws:s3:::b';
  const deny = (changes: object = {}) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...changes,
  });
  const denies = (...list: object[]) =>
    deniesInsecureTransport(statements(policy(...list)), [bucket, `${bucket}/*`]);

  test('a denial of everything to everybody over plain HTTP counts', () => {
    expect(denies(deny())).toBe(true);
    expect(denies(deny({ Principal: { AWS: '*' }, Action: '*', Resource: '*' }))).toBe(true);
    expect(denies(deny({ Resource: bucket }), deny({ Resource: `${bucket}/*` }))).toBe(true);
  });

  test('a denial that leaves somebody, something or the objects out does not', () => {
    expect(denies()).toBe(false);
    expect(denies(deny({ Principal: { AWS: '111122223333' } }))).toBe(false);
    expect(denies(deny({ Action: 's3:GetObject' }))).toBe(false);
    expect(denies(deny({ Resource: bucket }))).toBe(false);
    expect(denies(deny({ Effect: 'Allow' }))).toBe(false);
    expect(denies(deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))).toBe(false);
    const narrowed = {
      Bool: { 'aws:SecureTransport': 'false' },
      StringEquals: { 'aws:SourceVpc': 'vpc-1' },
    };
    expect(denies(deny({ Condition: narrowed }))).toBe(false);
  });
});
