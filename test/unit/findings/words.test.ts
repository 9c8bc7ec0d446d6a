import { describe, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { readsOf } from '../../../src/engine/checks/judge.ts';
import { checksNeeding } from '../../../src/engine/findings/gaps.ts';
import { reasonOf, titleOf } from '../../../src/engine/findings/words.ts';
import { textsOf } from '../../../src/engine/texts.ts';

const check = checks.find(({ id }) => id === 'ebs-gp2-to-gp3')!;
const sentence = (reason: string, parameters: Record<string, string | number>, language: 'en' | 'es') =>
  reasonOf({ check, verdict: { reason, parameters, reads: [] } }, textsOf(language));

describe('the sentence of a verdict', () => {
  test('is that of the check, with its values', () => {
    const parameters = { size: 1000, gp2: 100_000_000, gp3: 85_000_000, iops: 3000, throughput: 250 };
    expect(sentence('gp3-is-cheaper', parameters, 'en')).toMatch(
      /^1,000 GiB of gp2 costs \$100\.00 a month; .*\$85\.00/,
    );
    expect(titleOf(check.id, textsOf('es'))).not.toBe(titleOf(check.id, textsOf('en')));
  });

  test('of something unread names the read and what became of it, in words', () => {
    const parameters = { read: 's3:GetBucketPolicy', outcome: 'region-off' };
    expect(sentence('unread', parameters, 'en')).toBe(
      's3:GetBucketPolicy could not be read (region not enabled), so nothing is said of it.',
    );
    expect(sentence('unread', parameters, 'es')).toContain('s3:GetBucketPolicy');
  });

  test('of a reason without words is an error and no blank on a page', () => {
    expect(() => sentence('no-such-reason', {}, 'en')).toThrow(/No text for/);
  });
});

describe('checks that a gap silences', () => {
  const needing = checksNeeding(checks);

  test('are those that declare the read, directly or through tags and parents', () => {
    for (const { id } of readsOf(check)) expect(needing(id)).toContain(check.id);
    expect(needing('s3:GetBucketPolicy')).not.toContain(check.id);
    expect(needing('no:SuchRead')).toEqual([]);
  });

  test('are all of them where the account could not be entered', () => {
    expect(needing('sts:AssumeRole')).toEqual(checks.map(({ id }) => id));
  });
});
