import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine } from '../../support/cli.ts';

/** The phases of an engagement in the terminal: planned, moved, taken out, closed. */
let here: Machine;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
}, 60_000);
afterAll(() => here.clean());

const phases = (...more: string[]) => here.run('phases', ...more);
const planned = async () =>
  JSON.parse((await phases('--json')).stdout).phases.map(
    ({ kind, name, from, to }: Record<string, string>) => [kind, name, from, to],
  );

test('phases are added with a name and dates, changed and put in order', async () => {
  expect((await phases()).stdout).toContain('fieldbook phases add assessment');
  const first = await phases('add', 'assessment', '--from', '2027-01-11', '--to', '2027-02-05');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toBe('Phase 1 of 1: Assessment, 2027-01-11 to 2027-02-05.\n');
  await phases('add', 'implementation', '--name', 'Mending');
  const before = await phases('add', 'suggestions', '--before', 'mending');
  expect(before.stdout).toBe('Phase 2 of 3: Suggestions, no dates yet.\n');
  const changed = await phases('plan', '3', '--from', '2027-03-01', '--before', 'suggestions', '--json');
  expect(JSON.parse(changed.stdout).phases[1]).toMatchObject({
    name: 'Mending',
    from: '2027-03-01',
    to: null,
  });
  await phases('plan', 'assessment', '--name', 'Diagnosis', '--to', 'none');
  expect(await planned()).toEqual([
    ['assessment', 'Diagnosis', '2027-01-11', null],
    ['implementation', 'Mending', '2027-03-01', null],
    ['suggestions', '', null, null],
  ]);
  expect((await phases()).stdout).toMatch(/^2 +Mending +later +2027-03-01 to …/m);
});

test('one that is closed stays, one that is open may be taken out', async () => {
  const closed = await phases('close', '1');
  expect(closed.code).toBe(0);
  expect(closed.stdout).toContain(
    'What is missing in it:\n- Nothing was scanned and judged.\n- No report was made',
  );
  for (const [args, words] of [
    [['plan', '1', '--name', 'Other'], /Diagnosis is closed/],
    [['remove', 'diagnosis'], /Diagnosis is closed/],
    [['plan', '3', '--before', '1'], /Diagnosis is closed/],
    [['plan', '2', '--to', '2027-02-01'], /ends before it begins/],
    [['plan', '2', '--to', 'soon'], /'soon' is no day such as/],
    [['plan', '2'], /phases plan 2 --from/],
    [['plan', '9', '--name', 'X'], /There is no phase 9[\s\S]*2 Mending/],
    [['add', 'holidays'], /assessment, suggestions, implementation/],
    [['close'], /missing required argument/],
  ] as const) {
    const { code, stdout, stderr } = await phases(...args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  }
  const removed = await phases('remove', 'mending');
  expect(removed).toMatchObject({ code: 0, stdout: 'Mending was taken out.\n' });
  expect((await planned()).map(([kind]: string[]) => kind)).toEqual(['assessment', 'suggestions']);
});
