import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { readsOf } from '../../../src/engine/checks/judge.ts';
import { reads } from '../../../src/engine/collectors/index.ts';
import { aspects } from '../../../src/shared/model/aspect.ts';
import { efforts } from '../../../src/shared/model/effort.ts';
import { severities } from '../../../src/shared/model/finding.ts';
import { referenceExists } from '../../support/frameworks.ts';
import { checksFolder, declaredIn, sources } from './sources.ts';

describe('together', () => {
  test('there are at least sixty, and at least four in each aspect', () => {
    expect(checks.length).toBeGreaterThanOrEqual(60);
    for (const aspect of aspects)
      expect(checks.filter((check) => check.aspect === aspect).length, aspect).toBeGreaterThanOrEqual(4);
  });

  test('ids are unique', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  test('every check that is written is registered', () => {
    const written = sources.filter(({ text }) => /export const \w+ = check\(\{/.test(text));
    const ids = written.map(({ text }) => /\bid: '([^']+)'/.exec(text)?.[1]);
    expect(ids.sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  test('all reads of checks are known reads, each id one read', () => {
    const known = new Map(reads.map((read) => [read.id, read]));
    for (const check of checks)
      for (const read of readsOf(check)) expect(known.get(read.id), `${check.id}: ${read.id}`).toBe(read);
  });
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('has an id in kebab case, and a file of that name', () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
    expect(basename(declaredIn(id)!.file, '.ts')).toBe(id);
  });

  test('says what it is', () => {
    expect(check.version).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(check.version)).toBe(true);
    expect(aspects).toContain(check.aspect);
    expect(severities).toContain(check.severity);
    expect(efforts).toContain(check.effort);
    expect(check.on.length).toBeGreaterThan(0);
  });

  test('has defaults for all of its thresholds', () => {
    expect(() => check.parameters?.parse({})).not.toThrow();
  });

  test('has a test of its own', () => {
    const { file } = declaredIn(id)!;
    const path = join(
      checksFolder,
      '..',
      '..',
      '..',
      'test',
      'unit',
      'checks',
      dirname(file),
      `${id}.test.ts`,
    );
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/\b(?:test|it)\b/);
  });

  test('names evidence that exists in its framework, at least one, each once', () => {
    expect(check.references.length).toBeGreaterThan(0);
    expect(new Set(check.references).size).toBe(check.references.length);
    for (const reference of check.references) expect(referenceExists(reference), reference).toBe(true);
  });
});

test('a reference that does not exist is found out', () => {
  for (const wrong of ['FSBP:EC2.5', 'CIS-7.0:9.1', 'CIS-5.0:5.3', 'HIPAA:164.312', 'WA:COST12-BP01'])
    expect(referenceExists(wrong), wrong).toBe(false);
  for (const wrong of ['WA:COST04-BP06', 'WA:SEC1-BP1', 'WA:SEC01-BP00', 'FSBP:EC2', 'PCI:1.1', ''])
    expect(referenceExists(wrong), wrong).toBe(false);
});

/** Takes text apart that may be no JSON; what it tries touches no read, and it throws on what it does not know. */
const parser = 'policy-document.ts';

describe.each(sources.map((source) => [source.file, source] as const))('%s', (file, { text }) => {
  test('leaves what was not read to the judge: no Unread, and no catch that could swallow it', () => {
    expect(text).not.toMatch(/\bUnread\b/);
    if (file === parser) expect(text).not.toMatch(/\bestate\b|\.get\(|\bcontext\b/);
    else expect(text).not.toMatch(/\b(?:try|catch|finally)\b/);
  });

  test('is pure: no clock, no chance, no environment, no promise', () => {
    expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\basync\b|\bawait\b/);
    expect(text).not.toMatch(/\bcrypto\b|\bfetch\b|\bperformance\b/);
  });

  test('puts no default in the place of what was not read', () => {
    // The value of a facet is null when the service has none; it is never `undefined`.
    expect(text).not.toMatch(/\bas any\b|@ts-ignore|@ts-expect-error/);
  });
});
