import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine, PASSPHRASE } from '../../support/cli.ts';

/** What happens to a scan, and around one, when people are impatient. */
let here: Machine;
const sample = ['-p', 'sample:before', '--organization'];
beforeAll(async () => {
  here = machine();
  const made = await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  expect(made).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => here.clean());

test('Ctrl-C pauses a scan, others may look meanwhile and not write, and resume completes it', async () => {
  const scan = here.start('scan', ...sample);
  await scan.said(/Reading/);
  // Held in the middle of it, however fast this machine is.
  scan.child.kill('SIGSTOP');
  const [reader, writer] = await Promise.all([here.run('open'), here.run('resume')]);
  expect(reader).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('running') });
  expect(writer.code).toBe(3);
  expect(writer.stderr).toMatch(/is being written by another Fieldbook.*\n.*--read-only/);

  scan.child.kill('SIGINT');
  scan.child.kill('SIGCONT');
  const stopped = await scan.ended;
  expect(stopped).toMatchObject({ code: 130, signal: null, stdout: '' });
  expect(stopped.stderr).toContain('fieldbook resume');

  const waiting = await here.run('findings');
  expect(waiting).toMatchObject({ code: 2, stdout: '' });
  expect(waiting.stderr).toContain("'fieldbook resume'");
  // What was read until then can be seen, and that the rest was not.
  const coverage = await here.run('coverage', '--json');
  expect(coverage.code).toBe(0);
  const { reads, gaps } = JSON.parse(coverage.stdout);
  expect(reads.ok).toBeLessThan(reads.planned);
  expect(gaps).toContainEqual(
    expect.objectContaining({ message: 'The scan has not come to this read yet.' }),
  );
  const again = await here.run('scan', ...sample);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain("'fieldbook resume'");

  const resumed = await here.run('resume', '--json');
  expect(resumed.code).toBe(0);
  const { snapshot, refused } = JSON.parse(resumed.stdout);
  expect(snapshot).toMatchObject({ state: 'complete', judged: true, pause: null });
  expect(refused).toHaveLength(2);
  expect((await here.run('resume')).code).toBe(2);
}, 120_000);

test('a reader that has seen enough is no error', async () => {
  const main = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'main.ts');
  const line = `set -o pipefail; "${process.execPath}" "${main}" findings --status fail,pass --limit 1000 | head -1`;
  const shell = spawn('bash', ['-c', line], { cwd: here.folder, env: here.env });
  let stdout = '';
  let stderr = '';
  shell.stdout.on('data', (text) => {
    stdout += text;
  });
  shell.stderr.on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise((resolve) => shell.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stdout).toMatch(/^Reference/);
});

test('a wrong passphrase, and none, are told apart', async () => {
  const wrong = await here.with({ FIELDBOOK_PASSPHRASE: 'not the one' }).run('scores');
  expect(wrong).toMatchObject({ code: 3, stdout: '' });
  expect(wrong.stderr).toMatch(/does not open with this passphrase/);
  const none = await here.with({ FIELDBOOK_PASSPHRASE: '' }).run('scores');
  expect(none).toMatchObject({ code: 2, stdout: '' });
  expect(none.stderr).toMatch(/FIELDBOOK_PASSPHRASE|--passphrase-file/);
  expect(wrong.stderr + none.stderr).not.toContain(PASSPHRASE);
});
