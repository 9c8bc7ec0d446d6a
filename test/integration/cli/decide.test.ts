import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine } from '../../support/cli.ts';

/** Deciding in the terminal. */
let here: Machine;
let reference: string;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  await here.run('scan', '-p', 'sample:before', '--organization');
  const { stdout } = await here.run('findings', '--json', '--limit', '1');
  reference = JSON.parse(stdout).findings[0].ref;
}, 120_000);
afterAll(() => here.clean());

const decide = (...more: string[]) =>
  here.run('decide', reference, '--as', 'accepted-risk', '--reason', 'Agreed with the board', ...more);

test('a risk is accepted, listed, found by its decision, and lifted', async () => {
  const made = await decide('--owner', 'M. Vidal', '--until', '2099-03-01');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^Decided: accepted-risk for .+, until 2099-03-01/);
  const listed = await here.run('decisions');
  expect(listed.stdout).toContain('M. Vidal');
  expect(listed.stdout).toContain('1 of 1 decisions.');
  const found = JSON.parse((await here.run('findings', '--decision', 'accepted-risk', '--json')).stdout);
  expect(found.findings.map(({ ref }: { ref: string }) => ref)).toEqual([reference]);
  expect((await here.run('findings', reference)).stdout).toContain(
    'accepted-risk, until 2099-03-01, M. Vidal',
  );
  const { decisions } = JSON.parse((await here.run('decisions', '--json')).stdout);
  const lifted = await here.run('decisions', '--lift', decisions[0].id);
  expect(lifted).toMatchObject({ code: 0, stdout: 'Lifted: 1.\n' });
  const trail = await here.run('export', 'trail', '-o', 'trail.csv');
  expect(trail.stdout).toMatch(/^Wrote 2 rows/);
});

test('a scope that the finding does not have, a day and a decision that there are none of, are said', async () => {
  const scope = await decide('--for', 'tag', '--tag', 'no=such');
  expect(scope.code).toBe(2);
  expect(scope.stderr).toMatch(/Nothing of FB-.* fits[\s\S]*could be decided for/);
  const late = await decide('--until', '2099-02-30');
  expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining("'2099-02-30' is no day such as") });
  const wrong = await here.run('findings', '--decision', 'ignored');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("no decision 'ignored'");
});
