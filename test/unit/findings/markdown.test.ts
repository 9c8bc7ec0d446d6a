import { expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { findingsMarkdown } from '../../../src/engine/findings/markdown.ts';
import type { Finding } from '../../../src/engine/findings/read.ts';
import { textsOf } from '../../../src/engine/texts.ts';

const check = checks.find(({ id }) => id === 'ebs-encryption-by-default')!;
const finding: Finding = {
  id: 1,
  ref: 'FB-00000-00001',
  check,
  status: 'fail',
  severity: 'medium',
  subKey: '',
  resource: {
    account: '111122223333',
    region: 'eu-west-1',
    type: 'AWS::EC2::EncryptionByDefault',
    arn: 'arn:aws:ec2:eu-west-1:111122223333:encryption-by-default',
    name: 'a `tick` | <b>',
  },
  verdict: { reason: 'off', parameters: { region: 'eu-*west*' }, reads: [] },
  counted: false,
};
const text = findingsMarkdown([finding, finding], () => 'acme_[x](y)', textsOf('en'));

test('names of a client are text and never markup', () => {
  expect(text).toContain('``  a `tick` | <b>  ``'.replaceAll('  ', ' '));
  expect(text).toContain('acme\\_\\[x\\](y)');
  expect(text).toContain('eu-\\*west\\*');
});

test('each finding has its heading, its facts and its steps', () => {
  expect(text.match(/^### /gm)).toHaveLength(2);
  expect(text).toContain('FB-00000-00001');
  expect(text).toMatch(/^1\. /m);
});
