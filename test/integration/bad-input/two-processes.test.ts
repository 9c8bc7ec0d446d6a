import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { engineOf, fieldbook, machine, newEngagement } from './machine.ts';

/** Holds an engagement open in a process of its own. */
async function holder(path: string): Promise<ChildProcess> {
  const open = new URL('../../../src/engine/store/open.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openStore } from ${JSON.stringify(open)};
       openStore({ path: ${JSON.stringify(path)}, passphrase: 'correct horse', mode: 'write' });
       console.log('open');
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('an engagement that another process writes: who has it, and how to look at it all the same', async () => {
  const on = machine();
  const running = engineOf(on);
  const path = await newEngagement(running, on);
  await running.engine.close();
  const other = await holder(path);

  const second = await fieldbook(on, ['-f', path, 'scan', '--profile', 'sample:before']);
  expect(second.code).toBe(3);
  expect(second.err).toMatch(
    new RegExp(
      `^${path} is being written by another Fieldbook \\(process ${other.pid} on .* since .*\\)\\.\nClose it there, or open it here with --read-only\\.\n$`,
    ),
  );
  const looking = await fieldbook(on, ['-f', path, '--read-only', 'open']);
  expect(looking).toMatchObject({ code: 0 });
  expect(looking.out).toContain('encrypted');

  const exited = once(other, 'exit');
  other.kill('SIGKILL');
  await exited;
  expect(await fieldbook(on, ['-f', path, 'open'])).toMatchObject({ code: 0, err: '' });
});

test('what --read-only does not allow says so', async () => {
  const on = machine();
  const running = engineOf(on);
  const path = await newEngagement(running, on);
  await running.engine.close();
  const { code, err } = await fieldbook(on, [
    '-f',
    path,
    '--read-only',
    'scan',
    '--profile',
    'sample:before',
  ]);
  expect(code).toBe(3);
  expect(err).toContain(`${path} is open read-only.\nOpen it without --read-only`);
});

test('two programs that start on a new machine at the same moment both work', async () => {
  const on = machine();
  const both = await Promise.all([1, 2].map(() => fieldbook(on, ['doctor', '--json'])));
  for (const { err, out } of both) {
    expect(err).toBe('');
    expect(out).toContain('The workspace is in');
  }
});
