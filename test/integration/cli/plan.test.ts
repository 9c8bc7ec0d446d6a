import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createEngine } from '../../../src/engine/engine.ts';
import { type Machine, machine, PASSPHRASE } from '../../support/cli.ts';
import { clientWith } from '../../support/workbench.ts';

/** Recommendations from proposal to done, in the terminal: adopted, planned, closed, dismissed and taken back. */
let here: Machine;
interface Action {
  id: string;
  library: string;
  title: string;
  state: string;
  dismissed: string | null;
  horizon: string | null;
  status: string;
  from: string | null;
  to: string | null;
  owner: string;
}
let first: Action;
let second: Action;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  await here.run('scan', '-p', 'sample:before', '--organization', '--regions', 'us-east-1');
  [first, second] = (await actions()) as [Action, Action];
  await here.run('recommendations', '--adopt', first.library);
}, 120_000);
afterAll(() => here.clean());

const recommendations = (...more: string[]) => here.run('recommendations', ...more);
const roadmap = (...more: string[]) => here.run('roadmap', ...more);
const actions = async (): Promise<Action[]> => JSON.parse((await recommendations('--json')).stdout).actions;
const now = async (library: string) => (await actions()).find((one) => one.library === library)!;
const refused = (ran: { code: number | null; stdout: string }) =>
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });

test('an adopted one is planned with dates, owner and status; what is left out stays', async () => {
  const days = ['--from', '2027-01-11', '--to', '2027-01-22'];
  const made = await roadmap('--plan', first.library, ...days, '--owner', 'Ana Ruiz');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain(`${first.title}: now, planned, 2027-01-11 to 2027-01-22, Ana Ruiz, `);
  const { id } = await now(first.library);
  const moved = await roadmap('--plan', id, '--status', 'in-progress', '--horizon', 'next', '--json');
  expect(JSON.parse(moved.stdout)).toEqual({ step: expect.any(String) });
  expect(await now(first.library)).toMatchObject({
    horizon: 'next',
    status: 'in-progress',
    from: '2027-01-11',
    to: '2027-01-22',
    owner: 'Ana Ruiz',
  });
  expect((await roadmap()).stdout).toMatch(/^next .* in-progress +Ana Ruiz +2027-01-11 +2027-01-22/m);
});

test("'none' takes a day away, and no other", async () => {
  await roadmap('--plan', first.library, '--from', '2027-01-11', '--to', '2027-01-22');
  const without = await roadmap('--plan', first.library, '--from', 'none');
  expect(without.stdout).toContain(', … to 2027-01-22, ');
  expect((await roadmap('--plan', first.library, '--to', 'none')).stdout).toContain(', no dates, ');
  expect(await now(first.library)).toMatchObject({ from: null, to: null, owner: 'Ana Ruiz' });
  await roadmap('--plan', first.library, '--from', '2027-01-11', '--to', '2027-01-22');
});

test('the capacity of a month is set, says what is over-booked, and is taken away', async () => {
  const set = await roadmap('--capacity', '0.5');
  expect(set).toMatchObject({ code: 0, stderr: '' });
  expect(set.stdout).toMatch(/^Capacity: 0.5 person-days a month\.\n(Over-booked: 2027-01\.\n)?$/);
  expect((await roadmap()).stdout).toMatch(/^2027-01 {2}\S+ of 0\.5 person-days/m);
  refused(await roadmap('--capacity', 'much'));
  refused(await roadmap('--capacity', '9', '--plan', first.library));
  const none = await roadmap('--capacity', 'none', '--json');
  expect(JSON.parse(none.stdout)).toEqual({ step: expect.any(String) });
  expect(JSON.parse((await roadmap('--json')).stdout).capacity).toBeNull();
});

test('a plan that cannot be is refused with what to do', async () => {
  const before = await now(first.library);
  const wrong: [args: string[], words: RegExp][] = [
    [['--plan', second.library, '--from', '2027-01-11'], /Adopt it first: fieldbook recommendations --adopt/],
    [['--plan', 'nothing', '--owner', 'Ana'], /fieldbook recommendations/],
    [['--plan', first.library, '--from', '2027-02-01'], /before it begins/],
    [['--plan', first.library, '--from', 'soon'], /'soon' is no day such as/],
    [['--plan', first.library, '--to', '2027-02-30'], /'2027-02-30' is no day such as/],
    [['--plan', first.library, '--status', 'paused'], /in-progress, blocked/],
    [['--plan', first.library], /--from/],
    [['--owner', 'Ana'], /--plan/],
  ];
  for (const [args, words] of wrong) {
    const ran = await roadmap(...args);
    refused(ran);
    expect(ran.stderr).toMatch(words);
  }
  expect(await now(first.library)).toEqual(before);
});

test('one is dismissed with its reason, and taken back', async () => {
  const bare = await recommendations('--dismiss', second.library);
  refused(bare);
  expect(bare.stderr).toContain('--reason');
  const reason = ['--reason', 'Filtered by contract'];
  const done = await recommendations('--dismiss', second.library, ...reason);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(done.stdout).toContain(`Dismissed: ${second.title}\n`);
  expect(await now(second.library)).toMatchObject({ state: 'dismissed', dismissed: 'Filtered by contract' });
  const closed = await recommendations('--close', second.library);
  refused(closed);
  expect(closed.stderr).toMatch(/was dismissed: Filtered by contract[\s\S]*--restore/);
  const back = await recommendations('--restore', second.library);
  expect(back.stdout).toBe(`Taken back: ${second.title} is proposed again.\n`);
  // By its name in the library as well, an adopted one is dismissed itself and no second one is made.
  await recommendations('--dismiss', first.library, ...reason);
  expect((await actions()).filter((one) => one.library === first.library)).toMatchObject([
    { state: 'dismissed' },
  ]);
  await recommendations('--restore', first.library);
  refused(await recommendations('--restore', first.library));
  refused(await recommendations('--dismiss', first.library, '--adopt', second.library, ...reason));
});

test('one that is done is closed, with what has not been seen to be met', async () => {
  const proposal = await recommendations('--close', second.library);
  refused(proposal);
  expect(proposal.stderr).toContain('Adopt it first');
  const closed = await recommendations('--close', first.library);
  expect(closed).toMatchObject({ code: 0, stderr: '' });
  expect(closed.stdout).toMatch(/^Closed: .+\nNot seen to be met yet:\n- .+/);
  expect(await now(first.library)).toMatchObject({ state: 'adopted', horizon: 'done', status: 'done' });
});

test('of one that was merged into another it is said into which one, and what to do', async () => {
  const [part, whole] = (await actions()).filter(({ state }) => state === 'proposed') as [Action, Action];
  // The terminal merges nothing itself.
  const engine = createEngine({ env: {}, home: join(here.folder, 'home') });
  const { engagement, recommendations: window } = clientWith(engine);
  await engagement.open({ path: join(here.folder, 'acme.fieldbook'), passphrase: PASSPHRASE });
  const { id } = await window.merge({ ids: [whole.id, part.id] });
  await engine.close();
  const before = await actions();
  for (const args of [
    ['recommendations', part.library],
    ['recommendations', '--adopt', part.library],
    ['recommendations', '--dismiss', part.library, '--reason', 'Later'],
    ['recommendations', '--restore', part.library],
    ['recommendations', '--close', part.library],
    ['roadmap', '--plan', part.library, '--owner', 'Ana'],
    ['evidence', '--add', 'none.txt', '--recommendation', part.library],
  ]) {
    const ran = await here.run(...args);
    refused(ran);
    expect(ran.stderr, args.join(' ')).toContain(
      `The recommendation ${part.library} was merged into '${whole.title}'.\nName that one instead, whose id is ${id}`,
    );
  }
  expect(await actions()).toEqual(before);
});

const drill = {
  entry: {
    id: 'own-drill',
    version: 1,
    track: 'automation',
    kind: 'governance',
    effort: { small: 2, medium: 4, large: 8 },
    impact: { resources: 2 },
    restart: false,
    checks: ['ebs-gp2-to-gp3'],
    items: [],
    prerequisites: [],
    acceptance: [],
    references: [],
    code: { terraform: null, cli: null },
  },
  words: {
    en: {
      ...{ title: 'A drill each month', problem: '', outcome: '' },
      ...{ steps: [], acceptance: {}, risks: [], metrics: [] },
    },
  },
};

test('an entry of the library is read from a file; of one that is there it asks what becomes of it', async () => {
  const file = join(here.folder, 'drill.yaml');
  writeFileSync(file, stringify(drill));
  const read = await recommendations('--import', file);
  expect(read).toMatchObject({ code: 0, stderr: '' });
  expect(read.stdout).toMatch(/^Read: A drill each month\n.*fieldbook recommendations \S+$/m);
  const again = await recommendations('--import', file);
  refused(again);
  expect(again.stderr).toMatch(/A drill each month[\s\S]*--existing replace/);
  expect((await recommendations('--import', file, '--existing', 'replace')).code).toBe(0);
  expect((await actions()).filter(({ title }) => title === 'A drill each month')).toHaveLength(1);
  writeFileSync(file, stringify({ entry: { ...drill.entry, kind: 'party' }, words: {} }));
  const broken = await recommendations('--import', file);
  refused(broken);
  expect(broken.stderr).toMatch(/line 5, entry\.kind/);
});

test('one that was read in goes by the name of its entry, like one of the library', async () => {
  const file = join(here.folder, 'own.yaml');
  writeFileSync(file, stringify({ ...drill, entry: { ...drill.entry, id: 'own-exercise' } }));
  await recommendations('--import', file);
  expect((await recommendations('own-exercise')).stdout).toContain('A drill each month');
  const planned = await roadmap('--plan', 'own-exercise', '--owner', 'Ana Ruiz');
  expect(planned.stdout).toMatch(/^A drill each month: now, planned, no dates, Ana Ruiz/);
  const closed = await recommendations('--close', 'own-exercise');
  expect(closed.stdout).toContain('Closed: A drill each month\n');
  const dismissed = await recommendations('--dismiss', 'own-exercise', '--reason', 'Later');
  expect(dismissed.stdout).toContain('Dismissed: A drill each month\n');
  const back = await recommendations('--restore', 'own-exercise');
  expect(back.stdout).toBe('Taken back: A drill each month is adopted again.\n');
});
