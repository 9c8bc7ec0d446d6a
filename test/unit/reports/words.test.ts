import { expect, test } from 'vitest';
import { nameOf, placeOf, reasonOf, referenceName } from '../../../src/engine/reports/common/words.ts';
import { editionOf } from '../../../src/engine/reports/diagnosis/edition.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { emptyInput } from '../../support/diagnosis-input.ts';

const edition = (language: 'en' | 'es') => {
  const input = emptyInput(language);
  input.snapshot.accounts = [{ id: '111122223333', name: 'acme-prod', regions: [], refused: null }];
  return editionOf(input, textsOf(language));
};
const volume = {
  type: 'AWS::EC2::Volume',
  account: '111122223333',
  region: 'us-east-1',
  arn: 'arn:aws:ec2:us-east-1:111122223333:volume/vol-1',
  name: 'data',
};

test('references are named in words; for HIPAA there is evidence, never compliance', () => {
  expect(referenceName('WA:COST06-BP02', edition('en'))).toBe('Well-Architected COST06-BP02');
  expect(referenceName('CIS-7.0:6.3', edition('en'))).toBe('CIS AWS Foundations 7.0: 6.3');
  expect(referenceName('HIPAA:164.312(e)(1)', edition('en'))).toBe('evidence for HIPAA 164.312(e)(1)');
  expect(referenceName('HIPAA:164.312(e)(1)', edition('es'))).toBe('evidencia para HIPAA 164.312(e)(1)');
  expect(referenceName('ISO:9001', edition('en'))).toBe('ISO:9001');
});

test('a resource is called by its name, else by its id; resources that could not be listed by their type', () => {
  expect(nameOf(volume, edition('en'))).toBe('data');
  expect(nameOf({ ...volume, name: '' }, edition('en'))).toBe('vol-1');
  expect(nameOf({ ...volume, arn: 'place:111122223333:us-east-1:AWS::EC2::Volume' }, edition('es'))).toBe(
    'Todos los AWS::EC2::Volume',
  );
});

test('a place is the account by its name and the region', () => {
  expect(placeOf(volume, edition('en'))).toBe('acme-prod · us-east-1');
  expect(placeOf({ ...volume, account: '9', region: 'global' }, edition('en'))).toBe('9 · global');
});

test('a verdict without a read says which one and why, in the language', () => {
  const finding = {
    ref: 'FB-1',
    checkId: 'ebs-gp2-to-gp3',
    severity: 'medium' as const,
    resource: volume,
    verdict: {
      status: 'unknown' as const,
      reason: 'unread',
      parameters: { read: 'ec2:DescribeVolumes', outcome: 'denied' },
    },
    fix: { cli: null, terraform: null },
    decision: null,
  };
  expect(reasonOf(finding, edition('en'))).toBe(
    'ec2:DescribeVolumes could not be read (denied), so nothing is said of it.',
  );
  expect(reasonOf(finding, edition('es'))).toContain('denegado');
});
