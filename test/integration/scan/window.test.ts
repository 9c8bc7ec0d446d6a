import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { thrownBy } from '../../support/errors.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** A scan as a window runs it: begun, looked at, paused, paced, gone on with; and the history that comes of it. */
let bench: Workbench;
beforeEach(async () => {
  bench = await workbench({ engine: { sampleDelay: 5 } });
});
afterEach(() => bench.close());

const scope = sampleScope('before', {
  regions: ['us-east-1', 'eu-west-1'],
  checks: ['ebs-gp2-to-gp3', 'vpc-flow-logs', 'lambda-runtime-deprecated'],
});
const begin = () => bench.client.scan.begin({ scope });
const list = async () => (await bench.client.scan.list({})).snapshots;

async function scanned(): Promise<string> {
  const { snapshot } = await begin();
  await bench.client.scan.wait({});
  return snapshot;
}

describe('under way', () => {
  test('a scan goes on though nobody waits for it, and whoever comes later hears its end', async () => {
    const { snapshot } = await begin();
    expect(await bench.client.scan.underWay({})).toEqual({ snapshot, pace: 'normal', phase: 'reading' });
    const left = new AbortController();
    const leaving = bench.client.scan.wait({}, { signal: left.signal });
    left.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    const ended = await bench.client.scan.wait({});
    expect(ended.snapshot).toMatchObject({ id: snapshot, state: 'complete', judged: true });
    expect(await bench.client.scan.underWay({})).toBeNull();
  });

  test('its pause keeps what was read, and going on reads the rest', async () => {
    const { snapshot } = await bench.client.scan.begin({ scope: { ...scope, checks: [] } });
    await new Promise<void>((resolve) => {
      bench.engine.subscribe((event, data) => {
        if (event === 'scan.progress' && (data as { done: number }).done > 10) resolve();
      });
    });
    const waiting = thrownBy(() => bench.client.scan.wait({}));
    await bench.client.scan.pause({});
    expect((await waiting).code).toBe('cancelled');
    const [paused] = await list();
    expect(paused).toMatchObject({ id: snapshot, state: 'paused', pause: { code: 'cancelled' } });
    expect(paused!.reads.ok).toBeGreaterThan(10);
    expect(paused!.reads.ok + paused!.reads.failed).toBeLessThan(paused!.reads.planned);

    expect(await bench.client.scan.carryOn({})).toEqual({ snapshot });
    const { snapshot: whole } = await bench.client.scan.wait({});
    expect(whole.state).toBe('complete');
    expect(whole.reads.ok + whole.reads.failed).toBe(whole.reads.planned);
    expect(whole.reads.ok).toBeGreaterThan(paused!.reads.ok);
  });

  test('its pace changes on the way; without one there is nothing to pace', async () => {
    expect((await thrownBy(() => bench.client.scan.pace({ pace: 'gentle' }))).code).toBe('nothing-to-resume');
    await begin();
    await bench.client.scan.pace({ pace: 'gentle' });
    expect(await bench.client.scan.underWay({})).toMatchObject({ pace: 'gentle' });
    await bench.client.scan.pace({ pace: 'fast' });
    expect(await bench.client.scan.underWay({})).toMatchObject({ pace: 'fast' });
    await bench.client.scan.wait({});
  });

  test('a second one is refused, and what cannot begin says why at once', async () => {
    await begin();
    expect((await thrownBy(begin)).code).toBe('scan-running');
    await bench.client.scan.wait({});
    const nowhere = { ...scope, profiles: ['sample:nowhere'] };
    expect((await thrownBy(() => bench.client.scan.begin({ scope: nowhere }))).code).toBe('profile-unknown');
    expect(await bench.client.scan.underWay({})).toBeNull();
  });

  test('the engagement that is closed pauses it, and finds it when it is open again', async () => {
    const { snapshot } = await begin();
    await bench.client.engagement.close({});
    await bench.reopen();
    expect((await list())[0]).toMatchObject({ id: snapshot, state: 'paused' });
  });
});

describe('the map of reads', () => {
  test('counts each read of the snapshot once, by account and by region', async () => {
    const snapshot = await scanned();
    const [info] = await list();
    const { rows, services, cells } = await bench.client.scan.cells({ snapshot });
    const sum = (of: readonly { planned: number; done: number; failed: number }[]) => ({
      planned: of.reduce((total, cell) => total + cell.planned, 0),
      ok: of.reduce((total, cell) => total + cell.done, 0),
      failed: of.reduce((total, cell) => total + cell.failed, 0),
    });
    expect(sum(cells)).toEqual(info!.reads);
    expect(rows.map(({ id }) => id)).toEqual(info!.accounts.map(({ id }) => id));
    expect(services).toEqual(expect.arrayContaining(['ec2', 'lambda']));

    const account = rows.find(({ refused }) => refused === null)!.id;
    const inside = await bench.client.scan.cells({ snapshot, account });
    expect(sum(inside.cells)).toEqual(sum(cells.filter(({ row }) => row === account)));
    expect(inside.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['eu-west-1', 'us-east-1']));
  });

  test('opens to the single reads, those that failed first', async () => {
    const snapshot = await scanned();
    const { cells } = await bench.client.scan.cells({ snapshot });
    for (const { row, service, planned, failed } of cells) {
      const { total, calls } = await bench.client.scan.calls({
        snapshot,
        account: row,
        service,
        limit: 1000,
      });
      expect(total).toBe(planned);
      expect(calls.filter(({ state }) => state === 'failed')).toHaveLength(failed);
      expect(calls.slice(0, failed).every(({ state, message }) => state === 'failed' && message)).toBe(true);
    }
    const [cell] = cells.toSorted((a, b) => b.planned - a.planned);
    const page = await bench.client.scan.calls({
      snapshot,
      account: cell!.row,
      service: cell!.service,
      offset: 1,
      limit: 1,
    });
    expect(page.calls).toHaveLength(1);
  });

  test('of a snapshot or an account that does not exist is refused', async () => {
    const snapshot = await scanned();
    expect((await thrownBy(() => bench.client.scan.cells({ snapshot: 'none' }))).code).toBe(
      'snapshot-unknown',
    );
    expect((await thrownBy(() => bench.client.scan.cells({ snapshot, account: '1' }))).code).toBe(
      'bad-input',
    );
  });
});

describe('the history', () => {
  test('a note stays with its snapshot', async () => {
    const snapshot = await scanned();
    await bench.client.scan.setNote({ snapshot, note: 'Before the freeze' });
    await bench.reopen();
    expect((await list())[0]).toMatchObject({ note: 'Before the freeze' });
  });

  test('the first snapshot of an estate brings its bodies into the file, the second hardly any', async () => {
    await scanned();
    await scanned();
    const [second, first] = await list();
    expect(first!.bytes).toBeGreaterThan(1000);
    expect(second!.bytes!).toBeLessThan(first!.bytes! / 10);
  });

  test('a deleted snapshot is nowhere, and back when that is undone', async () => {
    const snapshot = await scanned();
    await bench.client.scan.delete({ snapshot });
    expect(await list()).toEqual([]);
    expect((await thrownBy(() => bench.client.findings.page({}))).code).toBe('nothing-scanned');
    expect((await thrownBy(() => bench.client.findings.page({ snapshot }))).code).toBe('snapshot-unknown');
    await bench.client.scan.restore({ snapshot });
    expect((await bench.client.findings.page({ snapshot })).total).toBeGreaterThan(0);
  });

  test('a comparison with the one before passes over a deleted snapshot', async () => {
    const first = await scanned();
    const second = await scanned();
    const last = await scanned();
    await bench.client.scan.delete({ snapshot: second });
    expect(await bench.client.compare.summary({ after: last })).toMatchObject({
      before: { id: first },
      after: { id: last },
    });
  });

  test('a deleted snapshot is still in the file after a crash', async () => {
    const snapshot = await scanned();
    await bench.client.scan.delete({ snapshot });
    // What a killed process leaves behind.
    const left = join(bench.folder, 'left.fieldbook');
    for (const end of ['', '-wal']) copyFileSync(`${bench.path}${end}`, `${left}${end}`);
    await bench.client.engagement.open({ path: left, passphrase: PASSPHRASE });
    await bench.client.scan.restore({ snapshot });
    expect((await list()).map(({ id }) => id)).toEqual([snapshot]);
  });

  test('closing the engagement makes a deleted snapshot go, and others keep what they share with it', async () => {
    const first = await scanned();
    const second = await scanned();
    const findings = await bench.client.findings.page({ snapshot: second, limit: 1000 });
    await bench.client.scan.delete({ snapshot: first });
    await bench.reopen();
    expect((await thrownBy(() => bench.client.scan.restore({ snapshot: first }))).code).toBe(
      'snapshot-unknown',
    );
    expect((await list()).map(({ id }) => id)).toEqual([second]);
    expect(await bench.client.findings.page({ snapshot: second, limit: 1000 })).toEqual(findings);
    const resources = await bench.client.resources.page({ snapshot: second });
    expect(resources.total).toBeGreaterThan(0);
  });

  test('the scan that is under way cannot be deleted', async () => {
    const { snapshot } = await begin();
    expect((await thrownBy(() => bench.client.scan.delete({ snapshot }))).code).toBe('scan-running');
    await bench.client.scan.wait({});
  });
});

describe('a plan', () => {
  test('estimates by first calls, and by the last scan once there is one', async () => {
    const before = await bench.client.aws.plan({ scope });
    expect(before.estimate).toMatchObject({ basis: 'first-calls', calls: before.calls });
    await scanned();
    const calls = (await list())[0]!.calls;
    expect((await bench.client.aws.plan({ scope })).estimate).toMatchObject({ basis: 'last-scan', calls });
  });
});

test('the engine is closed while a scan runs without an error that nobody hears', async () => {
  await begin();
  await bench.engine.close();
  const again = createEngine({ env: {}, home: bench.folder });
  await again.close();
});
