import { expect, test } from 'vitest';
import { judgeInventory, judgeSystem, systemCheckIds } from '../../../src/engine/inventory/checks.ts';
import { inventorySummary } from '../../../src/engine/inventory/summary.ts';
import { inWords } from '../../../src/engine/inventory/words.ts';
import { allTexts, textsOf } from '../../../src/engine/texts.ts';
import { type System, systemSchema } from '../../../src/shared/model/records/system.ts';

const today = '2026-11-26';
const system = (fields: Partial<System>): System =>
  systemSchema.parse({ id: 'a', name: 'Archive', ...fields });
const statusOf = (check: string, fields: Partial<System>, dependants: System[] = []) =>
  judgeSystem(system(fields), { dependants, today }).find((one) => one.check === check)?.status;

test('what nobody said is unknown, and never a pass or a failure', () => {
  const statuses = judgeSystem(system({}), { dependants: [], today }).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(['unknown']));
});

test('that there is none is a failure, and a name is a pass', () => {
  expect(statusOf('system-owner', { owner: '' })).toBe('fail');
  expect(statusOf('system-owner', { owner: 'Marta' })).toBe('pass');
  expect(statusOf('system-backup', { criticality: 'high', backup: '' })).toBe('fail');
});

test('agreement and location are asked of regulated data alone', () => {
  expect(statusOf('system-agreement', { dataClass: 'internal', agreement: '' })).toBeUndefined();
  expect(statusOf('system-agreement', { dataClass: 'regulated', agreement: '' })).toBe('fail');
  expect(statusOf('system-agreement', { dataClass: 'regulated' })).toBe('unknown');
  expect(statusOf('system-location', { dataClass: 'regulated', location: '' })).toBe('fail');
});

test.each([
  ['2026-11-25', 'fail'],
  ['2026-11-26', 'fail'],
  ['2027-05-25', 'fail'],
  ['2027-05-26', 'pass'],
] as const)('a contract that ends on %s is a %s in November 2026', (contractEnd, status) => {
  expect(statusOf('system-contract-end', { contractEnd })).toBe(status);
  expect(statusOf('system-support-end', { supportEnd: contractEnd })).toBe(status);
});

test('a critical system with one dependency fails; without a list of them nothing is known', () => {
  const on = (...names: string[]) => names.map((name) => ({ kind: 'aws' as const, name }));
  const critical = { criticality: 'critical' as const };
  expect(statusOf('system-single-dependency', { ...critical, dependsOn: on('a') })).toBe('fail');
  expect(statusOf('system-single-dependency', { ...critical, dependsOn: on('a', 'b') })).toBe('pass');
  expect(statusOf('system-single-dependency', critical)).toBe('unknown');
  expect(statusOf('system-single-dependency', { criticality: 'low', dependsOn: on('a') })).toBeUndefined();
});

test('a retired system that something in use depends on fails, and names what does', () => {
  const retired = system({ lifecycle: 'retired' });
  const user = system({ id: 'b', name: 'Billing', dependsOn: [{ kind: 'system', id: 'a' }] });
  const verdict = (systems: System[]) =>
    judgeInventory(systems, today)
      .get('a')!
      .find(({ check }) => check === 'system-retired-in-use');
  expect(verdict([retired, user])).toMatchObject({ status: 'fail', values: { names: ['Billing'] } });
  expect(verdict([retired, { ...user, lifecycle: 'retired' }])).toMatchObject({ status: 'pass' });
  // Its contract is nobody's concern any more.
  expect(judgeSystem(retired, { dependants: [], today }).map(({ check }) => check)).not.toContain(
    'system-contract-end',
  );
});

test('every reason has a sentence in both languages', () => {
  const answers: Partial<System>[] = [
    {},
    {
      owner: '',
      dataClass: 'regulated',
      criticality: 'critical',
      lifecycle: 'in-use',
      signIn: 'own-accounts',
    },
    {
      agreement: '',
      location: '',
      dataClass: 'regulated',
      backup: '',
      criticality: 'high',
      signIn: 'directory',
    },
    { agreement: 'BAA', location: 'Denver', dataClass: 'regulated', backup: 'daily', criticality: 'high' },
    { contractEnd: '2020-01-01', supportEnd: '2026-11-27', signIn: 'shared-accounts', owner: 'Ana' },
    { contractEnd: '2026-12-31', supportEnd: '2040-01-01', lifecycle: 'retired' },
    { criticality: 'critical', dependsOn: [{ kind: 'aws', name: 'x' }], contractEnd: '2040-01-01' },
    { criticality: 'critical', dependsOn: ['x', 'y'].map((name) => ({ kind: 'aws', name })) },
  ];
  const said = new Set<string>();
  for (const texts of allTexts())
    for (const fields of answers)
      for (const dependants of [[], [system({ id: 'b', name: 'Billing' })]])
        for (const verdict of judgeSystem(system(fields), { dependants, today })) {
          const { title, reason, step } = inWords(verdict, texts);
          expect([title, reason, step].every((text) => text.length > 3)).toBe(true);
          said.add(`${texts.language} ${verdict.check}`);
        }
  expect(said.size).toBe(systemCheckIds.length * 2);
});

test('the summary counts and names', () => {
  const systems = [
    system({ owner: '', criticality: 'critical' }),
    system({ id: 'b', name: 'Billing', owner: 'Ana', dataClass: 'regulated' }),
  ];
  const summary = inventorySummary(systems, today, textsOf('en'));
  expect(summary).toMatchObject({ systems: 2, critical: 1, regulated: 1, fail: 1 });
  expect(summary.checks[0]).toMatchObject({ check: 'system-owner', fail: ['Archive'], pass: 1 });
});
