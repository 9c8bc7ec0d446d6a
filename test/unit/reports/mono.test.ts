import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monoLines, shellLines } from '../../../src/engine/reports/layout/mono.ts';

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

test('a command goes on after a backslash, so that a copy of it can be run', () => {
  expect(
    shellLines(['aws s3 ls', 'aws ec2 modify-volume --volume-id vol-1 --volume-type gp3'], width, size),
  ).toEqual(['aws s3 ls', 'aws ec2 modify-volume \\', '  --volume-id vol-1 \\', '  --volume-type gp3']);
});

test('a command is not parted within quotes', () => {
  const [, second] = shellLines(['aws x --json \'{"a": "b c", "d": 1}\' --y'], 100, size);
  expect(second).toBe(`  '{"a": "b c", "d": 1}' \\`);
});

test('what a shell makes of the lines is the command again', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z-]{1,20}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const lines = shellLines([words.join(' ')], width, size);
      expect(lines.join('\n').replaceAll(/ \\\n\s+/g, ' ')).toBe(words.join(' '));
    }),
  );
});
