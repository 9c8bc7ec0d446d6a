import { expect, test } from 'vitest';
import { typeName } from '../../../src/renderer/parts/service.ts';
import { foldable, treeRows } from '../../../src/renderer/parts/tree/nodes.ts';

const body = {
  Name: 'web',
  Groups: [{ GroupId: 'sg-1', Rules: [{ Port: 22 }] }],
  Policy: '{"Statement":[{"Effect":"Allow"}]}',
  Document: '%7B%22Version%22%3A%222012%22%7D',
  Note: '{not json',
  Secret: { name: 'DB', length: 12, hash: '0123456789abcdef', credential: null },
};
const none = new Map<string, boolean>();
const paths = (search = '', folded = none) => treeRows(body, folded, search).rows.map(({ path }) => path);

test('the first level is open, and what is folded shows nothing of what is in it', () => {
  expect(paths()).toContain('Groups[0]');
  expect(paths()).not.toContain('Groups[0].GroupId');
  expect(paths('', new Map([['Groups[0]', true]]))).toContain('Groups[0].GroupId');
  expect(paths('', new Map([['Groups', false]]))).not.toContain('Groups[0]');
});

test('JSON in a text is opened, URL-encoded or not; a text that only begins like it stays a text', () => {
  expect(paths()).toContain('Policy.Statement');
  expect(paths()).toContain('Document.Version');
  expect(treeRows(body, none, '').rows.find(({ path }) => path === 'Note')!.open).toBeUndefined();
});

test('a search shows the places, what leads there and what is below them', () => {
  expect(paths('port')).toEqual([
    'Groups',
    'Groups[0]',
    'Groups[0].Rules',
    'Groups[0].Rules[0]',
    'Groups[0].Rules[0].Port',
  ]);
  expect(treeRows(body, none, 'allow').found).toBe(1);
  expect(paths('rules')).toContain('Groups[0].Rules[0].Port');
  expect(paths('no such thing')).toEqual([]);
});

test('what was redacted is one row', () => {
  expect(treeRows(body, none, '').rows.find(({ path }) => path === 'Secret')!.open).toBeUndefined();
  expect(foldable(body)).not.toContain('Secret');
});

test('types are said as people say them', () => {
  expect(typeName('AWS::EC2::SecurityGroup')).toBe('EC2 Security Group');
  expect(typeName('AWS::EC2::VPCEndpoint')).toBe('EC2 VPC Endpoint');
  expect(typeName('AWS::ElasticLoadBalancingV2::TargetGroup')).toBe('ELB Target Group');
  expect(typeName('AWS::AutoScaling::AutoScalingGroup')).toBe('Auto Scaling Group');
  expect(typeName('AWS::::Account')).toBe('Account');
});
