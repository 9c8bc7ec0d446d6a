import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine } from '../../support/cli.ts';

/** Attaching a file to what it shows, in the terminal. */
let here: Machine;
let reference: string;
let adopted: { id: string; library: string };
let proposal: string;
const content = 'aws sts get-caller-identity\n{ "Account": "111122223333" }\n';
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  await here.run('scan', '-p', 'sample:before', '--organization', '--regions', 'us-east-1');
  await here.run('checklists', '--adopt', 'aspects');
  reference = JSON.parse((await here.run('findings', '--json', '--limit', '1')).stdout).findings[0].ref;
  const { actions } = JSON.parse((await here.run('recommendations', '--json')).stdout);
  proposal = actions[1].id;
  const library: string = actions[0].id;
  const taken = JSON.parse((await here.run('recommendations', '--adopt', library, '--json')).stdout);
  adopted = taken.actions.find((one: { library: string }) => one.library === library);
  writeFileSync(join(here.folder, 'who.txt'), content);
  writeFileSync(join(here.folder, 'systems.csv'), 'name\nLabCore\n');
}, 120_000);
afterAll(() => here.clean());

const evidence = (...more: string[]) => here.run('evidence', ...more);
const pieces = async () => JSON.parse((await evidence('--json')).stdout);

test('a file is added with its title and linked to an answer, a finding and a recommendation', async () => {
  const added = await evidence(
    ...['--add', 'who.txt', '--title', 'Who the scan ran as', '--note', 'On the first day'],
    ...['--until', '2099-03-01', '--answer', 'aspects-tags', '--answer', 'aspects-owners'],
    ...['--finding', reference, '--recommendation', adopted.library],
  );
  expect(added).toMatchObject({ code: 0, stderr: '' });
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(added.stdout).toContain(
    `Added 'Who the scan ran as': text, ${content.length} bytes, SHA-256 ${sha256}.`,
  );
  expect(added.stdout).toMatch(/^For the answer: Which tags must every resource carry/m);
  expect(await pieces()).toMatchObject([
    {
      title: 'Who the scan ran as',
      note: 'On the first day',
      expiresOn: '2099-03-01',
      file: 'who.txt',
      links: [
        { kind: 'answer', id: 'aspects-tags' },
        { kind: 'answer', id: 'aspects-owners' },
        { kind: 'finding', id: reference },
        { kind: 'recommendation', id: adopted.id },
      ],
    },
  ]);
  expect((await evidence()).stdout).toMatch(/^\S{8} +Who the scan ran as +text .* 4 /m);
});

test('one that is for nothing yet is called after its file, and says so', async () => {
  const added = await evidence('--add', 'who.txt');
  expect(added.stdout).toMatch(/^Added 'who\.txt'[\s\S]*It is for nothing yet/);
  const data = await evidence('--add', 'who.txt', '--json');
  expect(JSON.parse(data.stdout).piece).toMatchObject({ title: 'who.txt', links: [] });
});

test('a piece is linked to more, links are taken off, and it is removed', async () => {
  await here.run('systems', '--import', 'systems.csv');
  const { piece } = JSON.parse((await evidence('--add', 'who.txt', '--json')).stdout);
  const end = piece.id.slice(-8);
  const linked = await evidence('--link', end, '--finding', reference, '--system', 'labcore');
  expect(linked).toMatchObject({ code: 0, stderr: '' });
  expect(linked.stdout).toMatch(/^'who\.txt'\nFor the finding: .+\nFor the system: LabCore\n$/);
  const which = await evidence('--unlink', end);
  expect(which).toMatchObject({ code: 2, stdout: '' });
  expect(which.stderr).toContain(`--finding ${reference}`);
  const other = await evidence('--unlink', end, '--answer', 'aspects-tags');
  expect(other).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is not linked to') });
  const off = await evidence('--unlink', piece.id, '--finding', reference.toLowerCase(), '--json');
  expect(JSON.parse(off.stdout).links).toMatchObject([{ kind: 'system', name: 'LabCore' }]);
  await evidence('--unlink', end, '--system', 'LabCore');
  const removed = await evidence('--remove', end);
  expect(removed).toMatchObject({ code: 0, stdout: "Removed 'who.txt'.\n" });
  const ids = (await pieces()).map(({ id }: { id: string }) => id);
  expect(ids).not.toContain(piece.id);
  const again = await evidence('--remove', end);
  expect(again).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining("id from 'fieldbook evidence'"),
  });
});

test('what it is for has to be there, and so has the file: otherwise nothing is added', async () => {
  const before = await pieces();
  const wrong: [args: string[], code: number, words: RegExp][] = [
    [['--add', 'who.txt', '--answer', 'aspects-nothing'], 2, /--show CHECKLIST/],
    [['--add', 'who.txt', '--finding', 'FB-00000-00000'], 2, /fieldbook findings/],
    [['--add', 'who.txt', '--recommendation', 'nothing'], 2, /fieldbook recommendations/],
    [['--add', 'who.txt', '--recommendation', proposal], 2, /Adopt it first/],
    [['--add', 'who.txt', '--until', 'tomorrow'], 2, /'tomorrow' is no day such as/],
    [['--add', 'who.txt', '--system', 'nothing'], 2, /fieldbook systems/],
    [['--title', 'Of nothing'], 2, /--add/],
    [['--finding', reference], 2, /--link ID/],
    [['--remove', 'x', '--finding', reference], 2, /cannot be used with/],
    [['--add', 'none.txt'], 3, /none\.txt cannot be read/],
  ];
  for (const [args, code, words] of wrong) {
    const ran = await evidence(...args);
    expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
    expect(ran.stderr).toMatch(words);
  }
  expect(await pieces()).toEqual(before);
});
