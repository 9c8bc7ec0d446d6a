import { expect, test } from 'vitest';
import { findingReference, tailOf, tailOfReference } from '../../../src/engine/findings/reference.ts';

const volume = (id: number) =>
  findingReference(
    'ebs-gp2-to-gp3',
    'AWS::EC2::Volume',
    `arn:aws:ec2:us-east-1:111122223333:volume/vol-${id.toString(16).padStart(17, '0')}`,
    '',
  );

test('the same finding has the same reference in every version: this one is written down in reports', () => {
  expect(findingReference('iam-root-mfa', 'AWS::::Account', 'arn:aws:iam::111122223333:root', '')).toBe(
    'FB-7P98V-63RC4',
  );
});

test('check, type, ARN and detail each make another finding', () => {
  const of = findingReference;
  const all = [of('c', 't', 'a', ''), of('d', 't', 'a', ''), of('c', 'u', 'a', ''), of('c', 't', 'b', '')];
  expect(new Set([...all, of('c', 't', 'a', 'k'), of('c', 't', 'ak', ''), of('ct', '', 'a', '')]).size).toBe(
    7,
  );
});

test('is read aloud without doubt: no I, L, O or U', () => {
  for (let id = 0; id < 2000; id++)
    expect(volume(id)).toMatch(/^FB-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('200,000 findings have 200,000 references', () => {
  const references = new Set<string>();
  for (let id = 0; id < 200_000; id++) references.add(volume(id));
  expect(references.size).toBe(200_000);
});

test('all 50 bits are used: each place takes each letter', () => {
  const seen = Array.from({ length: 10 }, () => new Set<string>());
  for (let id = 0; id < 2000; id++)
    for (const [place, letter] of [...volume(id).replace(/^FB-|-/g, '')].entries()) seen[place]!.add(letter);
  expect(seen.map((letters) => letters.size)).toEqual(Array(10).fill(32));
});

test('the tail of a finding is that of its reference', () => {
  const tails = new Set<number>();
  for (let id = 0; id < 2000; id++) {
    const identity = ['ebs-gp2-to-gp3', 'AWS::EC2::Volume', `vol-${id}`, ''] as const;
    expect(tailOfReference(findingReference(...identity))).toBe(tailOf(...identity));
    tails.add(tailOf(...identity));
  }
  expect(tails.size).toBeGreaterThan(1900);
});
