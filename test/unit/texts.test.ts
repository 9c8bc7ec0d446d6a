import { expect, test } from 'vitest';
import { textsOf } from '../../src/engine/texts.ts';

test('numbers and money are written as the language writes them', () => {
  const values = { size: 1000, gp2: 100_000_000, gp3: 85_000_000, iops: 3000, throughput: 250 };
  const key = 'checks.ebs-gp2-to-gp3.reasons.gp3-is-cheaper';
  expect(textsOf('en').t(key, values)).toContain('1,000 GiB of gp2 costs $100.00 a month');
  expect(textsOf('es').t(key, values)).toMatch(/1000 GiB de gp2 cuestan 100,00\s\$|US\$/);
});

test('a text that is missing is an error, not a key on the page', () => {
  expect(() => textsOf('en').t('checks.no-such-check.title')).toThrow(/No text for/);
});
