import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { systemCheckIds } from '../../../src/engine/inventory/checks.ts';
import { codeOf, library, loadLibrary, wordsOf } from '../../../src/engine/recommendations/library.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { kinds, recommendationSchema, tracks } from '../../../src/shared/model/recommendation.ts';
import { referenceExists } from '../../support/frameworks.ts';

const { all, byId, answering } = library();

describe('the library', () => {
  test('has at least 110 recommendations, each id once', () => {
    expect(all.length).toBeGreaterThanOrEqual(110);
    expect(byId.size).toBe(all.length);
  });

  test('has at least five of each kind in each track', () => {
    for (const track of tracks)
      for (const kind of kinds) {
        const there = all.filter((one) => one.track === track && one.kind === kind);
        expect(there.length, `${track}, ${kind}`).toBeGreaterThanOrEqual(5);
      }
  });

  test.each(checks.map(({ id }) => id))('answers %s', (id) => {
    expect(answering(id).map(({ checks }) => checks)).not.toEqual([]);
  });

  test.each(systemCheckIds)('answers %s of a system outside AWS', (id) => {
    expect(all.filter(({ systemChecks }) => systemChecks.includes(id))).not.toEqual([]);
  });

  test('gives the narrowest answer to a check first', () => {
    const sizes = answering('tagging-required-tags').map(({ checks }) => checks.length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(answering('no-such-check')).toEqual([]);
  });

  test('is read from the files anew, and is the same', () => {
    expect(loadLibrary().all).toEqual(all);
  });

  test('asks for nothing before itself', () => {
    const cycleFrom = (id: string, path: string[] = []): string[] | undefined => {
      if (path.includes(id)) return [...path, id];
      for (const before of byId.get(id)?.prerequisites ?? []) {
        const cycle = cycleFrom(before, [...path, id]);
        if (cycle) return cycle;
      }
      return undefined;
    };
    for (const { id } of all) expect(cycleFrom(id)).toBeUndefined();
  });

  test('says so when words are missing', () => {
    expect(() => wordsOf('no-such-recommendation', textsOf('en'))).toThrow(/No words .* in 'en'/);
  });
});

describe.each(all.map((recommendation) => [recommendation.id, recommendation] as const))('%s', (id, one) => {
  test('names only what there is', () => {
    const known = new Set(checks.map((check) => check.id));
    expect(one.checks.filter((check) => !known.has(check))).toEqual([]);
    expect(one.systemChecks.filter((check) => !(systemCheckIds as string[]).includes(check))).toEqual([]);
    expect(one.prerequisites.filter((before) => !byId.has(before))).toEqual([]);
    expect(one.references.filter((reference) => !referenceExists(reference))).toEqual([]);
  });

  test('names nothing twice', () => {
    const acceptance = one.acceptance.map((condition) => condition.id);
    for (const names of [one.checks, one.systemChecks, one.prerequisites, one.references, acceptance])
      expect(new Set(names).size).toBe(names.length);
  });

  test('is accepted by exactly the checks that it resolves', () => {
    const proven = new Set(one.acceptance.flatMap((condition) => condition.checks));
    expect([...proven].sort()).toEqual(one.checks.toSorted());
  });

  test('takes no less time for more resources', () => {
    const { small, medium, large } = one.effort;
    expect(small).toBeLessThanOrEqual(medium);
    expect(medium).toBeLessThanOrEqual(large);
  });

  test('has its code in files of its own name', () => {
    const { terraform, cli } = one.code;
    if (terraform) expect(basename(terraform)).toBe(`${id}.tf`);
    if (cli) expect(basename(cli)).toBe(`${id}.sh`);
    expect(Object.keys(codeOf(one))).toEqual([...(terraform ? ['terraform'] : []), ...(cli ? ['cli'] : [])]);
  });
});

test('a recommendation that is not well-formed is refused', () => {
  const [good] = all;
  const refused = (change: object) => recommendationSchema.safeParse({ ...good, ...change }).success;
  expect(refused({})).toBe(true);
  for (const change of [
    { id: 'Not Kebab' },
    { version: 0 },
    { track: 'marketing' },
    { impact: {} },
    { impact: { dimension: 4 } },
    { references: ['COST05-BP05'] },
    { effort: { small: 0, medium: 1, large: 2 } },
    { acceptance: [] },
    { owner: 'somebody' },
  ])
    expect(refused(change), JSON.stringify(change)).toBe(false);
});
