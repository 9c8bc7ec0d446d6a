import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Check } from '../../../src/engine/checks/check.ts';
import { checks } from '../../../src/engine/checks/index.ts';
import { configureChecks } from '../../../src/engine/findings/configure.ts';
import { judgementInMemory } from '../../../src/engine/findings/judge-again.ts';
import { judgesOtherwise, keptRulesOf, rulesToKeep } from '../../../src/engine/findings/kept-rules.ts';
import { type Parameter, parametersOf } from '../../../src/engine/findings/settings.ts';
import { summaryOf } from '../../../src/engine/findings/summary.ts';
import { loadVerdicts, type Verdicts } from '../../../src/engine/findings/verdicts.ts';
import type { Session } from '../../../src/engine/session.ts';
import type { CheckSetting } from '../../../src/shared/model/check-setting.ts';
import { severities } from '../../../src/shared/model/finding.ts';
import { emptyEngagement, fileIn, judgeLarge, scanLarge } from '../../bench/estate.ts';

/** A small generated estate, in which many resources could save by one check or by another. */
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-again-'));
let session: Session;
beforeAll(async () => {
  session = emptyEngagement(fileIn(folder));
  await scanLarge(session.store, 0, 1500);
  await judgeLarge(session, 1);
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const saving = [
  'ebs-volume-unattached',
  'ebs-gp2-to-gp3',
  'ec2-instance-idle',
  'ec2-instance-previous-generation',
];

/** Values that the check takes for a threshold. */
const valuesOf = (check: Check, { name, default: usual }: Parameter): number[] =>
  [usual, Math.ceil(usual / 2), usual * 3, 1, 365].filter(
    (value) => check.parameters?.safeParse({ [name]: value }).success,
  );

const someSetting = (check: Check): fc.Arbitrary<CheckSetting> =>
  fc.record({
    check: fc.constant(check.id),
    off: fc.option(fc.constant('Not of this client.'), { freq: 2 }),
    severity: fc.option(fc.constantFrom(...severities)),
    parameters: fc.option(
      fc.record(
        Object.fromEntries(
          parametersOf(check).map((one) => [one.name, fc.constantFrom(...valuesOf(check, one))]),
        ),
      ),
    ),
  });

const someSettings = fc
  .uniqueArray(fc.constantFrom(...checks.filter(({ id }) => saving.includes(id)), ...checks), {
    maxLength: 5,
  })
  .chain((some) => fc.tuple(...some.map(someSetting)));

/** Everything that is said, in an order that does not depend on that of judging. */
const said = ({ verdicts, summary }: { verdicts: Verdicts; summary: object }) => ({
  summary,
  verdicts: Array.from({ length: verdicts.size }, (_, number) =>
    [
      verdicts.checks[verdicts.rule[number]!],
      verdicts.resource[number],
      verdicts.subKey(number),
      verdicts.status[number],
      verdicts.severity[number],
      verdicts.saving[number],
      verdicts.counted[number],
    ].join('|'),
  ).sort(),
});

test('whatever is tuned: judging only what the rules change says the same as judging everything anew', async () => {
  const { db, checks: program } = session;
  const { judgement, ...snapshot } = session.snapshot(undefined);
  const judged = {
    ...snapshot,
    judgement,
    verdicts: session.verdicts(judgement),
    summary: summaryOf(db, judgement, program).summary,
  };
  const { signal } = new AbortController();
  let tuned = 0;
  await fc.assert(
    fc.asyncProperty(someSettings, async (settings) => {
      const rules = session.rulesWith(new Map(settings.map((one) => [one.check, one])));
      const otherwise = judgesOtherwise(keptRulesOf(db, judgement), rulesToKeep(rules), program);
      tuned += rules.checks.filter(otherwise).length;
      const some = await judgementInMemory(db, { judged, rules, otherwise, signal });
      const all = await judgementInMemory(db, { judged, rules, otherwise: () => true, signal });
      expect(said(some)).toEqual(said(all));
    }),
    { numRuns: 25 },
  );
  expect(tuned).toBeGreaterThan(0);
});

test('a saving that another one excluded is counted when that one is switched off', async () => {
  const { db, checks: program } = session;
  const judged = session.snapshot(undefined);
  const verdicts = session.verdicts(judged.judgement);
  const { summary } = summaryOf(db, judged.judgement, program);
  const off = {
    check: 'ebs-volume-unattached',
    off: 'Not of this client.',
    severity: null,
    parameters: null,
  };
  const rules = session.rulesWith(new Map([[off.check, off]]));
  const { summary: without } = await judgementInMemory(db, {
    judged: { ...judged, verdicts, summary },
    rules,
    otherwise: ({ id }) => id === off.check,
    signal: new AbortController().signal,
  });
  expect(summary[off.check]!.counted).toBeGreaterThan(0);
  expect(without).not.toHaveProperty(off.check);
  expect(without['ebs-gp2-to-gp3']!.counted).toBeGreaterThan(summary['ebs-gp2-to-gp3']!.counted);
});

test('of other prices or another tag policy everything is judged anew', () => {
  const { db, checks: program } = session;
  const kept = keptRulesOf(db, session.snapshot(undefined).judgement)!;
  const anew = (was: Parameters<typeof judgesOtherwise>[0]) =>
    session.rules.checks.filter(judgesOtherwise(was, kept, program)).length;
  expect(anew(kept)).toBe(0);
  expect(anew({ ...kept, priceDate: '2020-01-01' })).toBe(checks.length);
  expect(anew({ ...kept, tagPolicy: { required: [] } })).toBe(checks.length);
  expect(anew(null)).toBe(checks.length);
});

/** Everything that a judgement keeps, in its order. */
const kept = () => {
  const { judgement } = session.snapshot(undefined);
  const { judgement: _, subKey, ...columns } = loadVerdicts(session.db, judgement);
  return {
    ...columns,
    subKeys: Array.from({ length: columns.size }, (_, number) => subKey(number)),
    ...session.db.get(
      session.db.q
        .selectFrom('judgement')
        .select(['summary', 'rules', 'kept_rules'])
        .where('id', '=', judgement),
    ),
  };
};

test('whatever is set one after the other: applying it by what changes keeps the same as judging everything', async () => {
  const { signal } = new AbortController();
  const onProgress = () => {};
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(someSettings, async (settings) => {
      judged = 0;
      await configureChecks(session, settings, signal, (verdicts) => {
        judged = verdicts;
      });
      const some = kept();
      expect(judged).toBeLessThan(some.size / 2);
      await session.judge(1, { signal, onProgress });
      expect(some).toEqual(kept());
    }),
    // Alone, its buckets of a region are followed at once by what else the region has.
    { numRuns: 15, examples: [[[severe('tagging-required-tags')]]] },
  );
});

const severe = (check: string): CheckSetting => ({
  check,
  off: null,
  severity: 'critical',
  parameters: null,
});

test('a snapshot that is being read again is judged as a whole', async () => {
  const { db } = session;
  const setState = (state: 'paused' | 'complete') => db.run(db.q.updateTable('snapshot').set({ state }));
  let judged = 0;
  const configure = () =>
    configureChecks(
      session,
      [{ check: 'ebs-gp2-to-gp3', off: null, severity: null, parameters: null }],
      new AbortController().signal,
      (verdicts) => {
        judged = verdicts;
      },
    );
  await configure();
  setState('paused');
  await configure();
  expect(judged).toBe(kept().size);
  setState('complete');
  await configure();
  expect(judged).toBe(0);
});
