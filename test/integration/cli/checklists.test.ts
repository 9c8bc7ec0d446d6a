import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine } from '../../support/cli.ts';

/** Answering the checklists in the terminal: adopted, shown, answered, taken from the scan, and what that comes to. */
let here: Machine;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  await here.run('scan', '-p', 'sample:before', '--organization', '--regions', 'us-east-1');
}, 120_000);
afterAll(() => here.clean());

const checklists = (...more: string[]) => here.run('checklists', ...more);
interface Item {
  item: { id: string; checks: string[] };
  state: { level: number | null; proposal: { level: number | null; pass: number; fail: number } | null };
}
const items = async (checklist: string): Promise<Item[]> =>
  JSON.parse((await checklists('--show', checklist, '--json')).stdout).items;
const refused = (ran: { code: number | null; stdout: string }) =>
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });

test('none is in use at first, which says what to do; one is adopted and counts from nothing', async () => {
  const first = await checklists('acme.fieldbook');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^No checklist is in use yet[\s\S]*Not in use \(--adopt takes them\)/);
  const early = await here.run('maturity', 'acme.fieldbook');
  refused(early);
  expect(early.stderr).toMatch(/uses no checklist yet[\s\S]*--adopt/);
  const shown = await checklists('--show', 'aspects');
  refused(shown);
  expect(shown.stderr).toContain('fieldbook checklists --adopt aspects');

  const adopted = await checklists('--adopt', 'aspects, delivery-metrics');
  expect(adopted).toMatchObject({ code: 0, stderr: '' });
  expect(adopted.stdout).toMatch(/^aspects +The eight aspects of the assessment +0 of \d+ +– /m);
  expect(adopted.stdout).toMatch(/^0 of \d+ questions answered, maturity –\.$/m);
  const { checklists: inUse } = JSON.parse((await checklists('--json')).stdout);
  expect(inUse.map((one: { checklist: string }) => one.checklist)).toEqual(['aspects', 'delivery-metrics']);
});

test('the questions come with their ids, answers and what the scan proposes, with what that rests on', async () => {
  const questions = await items('aspects');
  const { stdout } = await checklists('--show', 'aspects');
  for (const { item } of questions) expect(stdout.split('\n')).toContain(item.id);
  const { item, state } = questions.find((one) => one.state.proposal?.level != null)!;
  const { level, pass, fail } = state.proposal!;
  const [, part] = stdout.split(`${item.id}\n`);
  expect(part).toMatch(
    new RegExp(`answer +open\\n +scan +level ${level}; ${pass} pass, ${fail} fail, .*${item.checks[0]}`),
  );
  const narrow = await here.with({ COLUMNS: '80' }).run('checklists', '--show', 'aspects');
  for (const line of narrow.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('one question says in which ways it can be answered', async () => {
  const level = await checklists('--show', 'aspects-tags');
  expect(level.stdout).toMatch(/Answers\n0 {2}\S.*\n1 {2}\S.*\n2 {2}\S.*\n3 {2}\S.*\n4 {2}\S/);
  const choice = await checklists('--show', 'delivery-metrics-source-of-figures');
  expect(choice.stdout).toMatch(/^sample +.*\(level 2\)$/m);
  const unknown = await checklists('--show', 'aspect');
  refused(unknown);
  expect(unknown.stderr).toContain('aspects, delivery-metrics');
});

test('an answer is kept with its note and reason, beside what the scan proposes', async () => {
  const question = (await items('aspects')).find((one) => one.state.proposal?.level != null)!;
  const other = question.state.proposal!.level === 4 ? 3 : 4;
  const bare = await checklists('--answer', question.item.id, String(other));
  expect(bare.stdout).toContain(
    `The scan proposes level ${question.state.proposal!.level}: say with --reason`,
  );
  expect((await checklists('--show', question.item.id)).stdout).toMatch(
    new RegExp(`^ +reason +none, although the scan proposed level ${question.state.proposal!.level}$`, 'm'),
  );
  expect((await checklists()).stdout).toContain('1 answer overrides the scan without a reason: aspects 1.\n');
  const said = ['--note', 'Asked the platform team', '--reason', 'Two of them were seen'];
  const given = await checklists('acme.fieldbook', '--answer', question.item.id, String(other), ...said);
  expect(given).toMatchObject({ code: 0, stderr: '' });
  expect(given.stdout).toMatch(new RegExp(`^ +answer +level ${other}: .+$`, 'm'));
  expect(given.stdout).toMatch(/^aspects: 1 of \d+ questions answered\.$/m);
  const shown = await checklists('--show', question.item.id);
  for (const words of ['Asked the platform team', 'Two of them were seen'])
    expect(shown.stdout).toContain(words);
  expect((await checklists()).stdout).not.toContain('without a reason');

  const choice = await checklists('--answer', 'delivery-metrics-source-of-figures', 'sample', '--json');
  expect(JSON.parse(choice.stdout).items[0]).toMatchObject({ level: 2, answer: { choice: 'sample' } });
  const aside = await checklists('--answer', 'delivery-metrics-service-and-deployment', 'not-used');
  expect(aside.stdout).toContain('does not apply: not-used');
});

test('an answer that cannot be one is refused with those that can, and changes nothing', async () => {
  const nine = await checklists('--answer', 'aspects-tags', '9');
  refused(nine);
  expect(nine.stderr).toMatch(/'9' is no answer to aspects-tags[\s\S]*\n {2}0 {2}\S/);
  const unknown = await checklists('--answer', 'aspects-nothing', '2');
  refused(unknown);
  expect(unknown.stderr).toMatch(/no checklist in use has the question[\s\S]*--show/i);
  refused(await checklists('--answer', 'aspects-tags'));
  refused(await checklists('--note', 'of nothing'));
  refused(await checklists('--answer', 'aspects-tags', '2', '--accept', 'all'));
  expect((await items('aspects')).find(({ item }) => item.id === 'aspects-tags')!.state.level).toBeNull();
});

test('the proposals of the scan are taken: one that is named, then all that are open', async () => {
  const proposed = (await items('aspects')).filter((one) => one.state.proposal?.level != null);
  const answered = proposed.find((one) => one.state.level !== null)!;
  const open = proposed.filter((one) => one.state.level === null);
  const all = await checklists('--accept', 'all');
  expect(all).toMatchObject({ code: 0, stderr: '' });
  expect(all.stdout).toContain(`Taken from the scan: ${open.length}.\n`);
  const after = await items('aspects');
  const now = (id: string) => after.find(({ item }) => item.id === id)!.state.level;
  for (const { item, state } of open) expect(now(item.id), item.id).toBe(state.proposal!.level);
  // What a person said stays until its question is named.
  expect(now(answered.item.id)).toBe(answered.state.level);
  const again = await checklists('--accept', 'all');
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('No open question has a proposal'),
  });
  const named = await checklists('--accept', answered.item.id, '--json');
  expect(JSON.parse(named.stdout).items[0].level).toBe(answered.state.proposal!.level);
  const mute = await checklists('--accept', 'aspects-owners');
  refused(mute);
  expect(mute.stderr).toMatch(/proposes nothing for aspects-owners[\s\S]*--answer/);
});

test('maturity is told for each aspect, stage and principle', async () => {
  const { stdout, code } = await here.run('maturity', 'acme.fieldbook');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Aspect +Maturity +Target +Confidence/m);
  expect(stdout).toMatch(/^Networking +.*\d+% +– /m);
  expect(stdout).toMatch(/^Continuous feedback /m);
  expect(stdout).toMatch(/^Monitoring and logging /m);
  expect(stdout).toMatch(/^Overall \d+%, confidence/m);
  const { values } = JSON.parse((await here.run('maturity', '--json')).stdout);
  expect(values).toHaveLength(8 + 8 + 5);
  const none = await here.run('maturity', '--phase', 'nothing');
  refused(none);
  const looked = await here.run('checklists', join(here.folder, 'none.fieldbook'));
  expect(looked.code).toBe(3);
});

test('targets are set, stand beside what was reached, and are taken away', async () => {
  const maturity = (...more: string[]) => here.run('maturity', ...more);
  const set = await maturity('acme.fieldbook', '--target', 'networking=70, stage:test=55%');
  expect(set).toMatchObject({ code: 0, stderr: '' });
  expect(set.stdout).toMatch(/^Networking: 70% is aimed at, \d+% now\.\nTest: 55% is aimed at/);
  expect((await maturity()).stdout).toMatch(/^Networking +.*\d+% +70% /m);
  const gone = await maturity('--target', 'networking=none', '--json');
  expect(JSON.parse(gone.stdout)).toEqual({ step: expect.any(String) });
  const targets = async () =>
    JSON.parse((await maturity('--json')).stdout).values.flatMap(
      ({ value, target }: { value: string; target: number | null }) => (target === null ? [] : [value]),
    );
  expect(await targets()).toEqual(['test']);
  for (const [wrong, words] of [
    ['weather=70', /Stage of DevOps: plan, build/],
    ['networking=lots', /from 0 to 100/],
    ['networking=101', /from 0 to 100/],
    ['test=9,networking', /--target networking=70/],
  ] as const) {
    const ran = await maturity('--target', wrong);
    refused(ran);
    expect(ran.stderr).toMatch(words);
  }
  refused(await maturity('--target', 'networking=70', '--phase', '1'));
  expect(await targets()).toEqual(['test']);
});
