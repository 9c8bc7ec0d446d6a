import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monoLines } from '../../../src/engine/reports/layout/mono.ts';

const width = 120;
const size = 6;
const most = Math.floor(width / (size * 0.6));

test('a short identifier stays on one line', () => {
  expect(monoLines('FB-7K3Q2-X2MA9', width, size)).toEqual(['FB-7K3Q2-X2MA9']);
});

test('an ARN breaks after its punctuation', () => {
  expect(monoLines('arn:aws:ec2:us-east-1:111122223333:volume/vol-0f1e2d3c4b5a', width, size)).toEqual([
    'arn:aws:ec2:us-east-1:',
    '111122223333:volume/vol-',
    '0f1e2d3c4b5a',
  ]);
});

test('a word with no punctuation breaks where the line is full, fast', () => {
  const lines = monoLines('x'.repeat(20_000), width, size);
  expect(lines[0]).toHaveLength(most);
  expect(lines).toHaveLength(Math.ceil(20_000 / most));
});

test('nothing is added, lost or too wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abc019:/-._=, ') }), (text) => {
      const lines = monoLines(text, width, size);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
    }),
  );
});
