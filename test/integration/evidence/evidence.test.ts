import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Incoming, MOST_BYTES } from '../../../src/engine/evidence/bytes.ts';
import { openStore } from '../../../src/engine/store/open.ts';
import { fillEvidence, sampleEvidence } from '../../../src/shared/sample/evidence.ts';
import { fillSystems } from '../../../src/shared/sample/systems.ts';
import { thrownBy } from '../../support/errors.ts';
import { PASSPHRASE, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.close());

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, bytes: Buffer | string) => {
  const path = join(bench.folder, name);
  writeFileSync(path, bytes);
  return path;
};
async function allBytes(id: string, version: 'original' | 'copy' = 'original'): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const answer: { base64: string; next: number | null } = await bench.client.evidence.bytes({
      id,
      version,
      offset,
    });
    parts.push(Buffer.from(answer.base64, 'base64'));
    offset = answer.next;
  }
  return Buffer.concat(parts);
}
/** Rows of the closed file. */
function storedBlobs(): number {
  const store = openStore({ path: bench.path, passphrase: PASSPHRASE, mode: 'read' });
  const blobs = store.db.all(store.db.q.selectFrom('blob').select('id')).length;
  store.close();
  return blobs;
}

test('a file of many chunks comes back byte by byte, and leaves with its hash checked', async () => {
  const bytes = randomBytes(3 * 1024 * 1024 + 17);
  const { piece } = await bench.client.evidence.addFile({ path: file('dump.bin', bytes) });
  expect(piece).toMatchObject({
    title: 'dump.bin',
    kind: 'other',
    origin: 'file',
    addedBy: 'Northwind DevOps',
    original: { sha256: hashOf(bytes), bytes: bytes.length },
  });
  expect((await allBytes(piece.id)).equals(bytes)).toBe(true);
  const path = join(bench.folder, 'out.bin');
  const exported = await bench.client.evidence.export({ id: piece.id, path });
  expect(exported).toMatchObject({ bytes: bytes.length, sha256: hashOf(bytes) });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('what it is, is seen from its bytes and not from its name; markup is text', async () => {
  const kinds = async (name: string, bytes: Buffer | string) =>
    (await bench.client.evidence.addFile({ path: file(name, bytes) })).piece.kind;
  expect(await kinds('a.png', '<svg onload="alert(1)"/>')).toBe('text');
  expect(await kinds('b.txt', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image');
  expect(await kinds('c.html', '<script>alert(1)</script>')).toBe('text');
  expect(await kinds('d.txt', '%PDF-1.7')).toBe('pdf');
  expect(await kinds('e.exe', Buffer.from('4d5a9000', 'hex'))).toBe('other');
});

test('the same bytes are stored once, however they come in', async () => {
  const bytes = Buffer.from('one and the same');
  await bench.client.evidence.addFile({ path: file('a.txt', bytes) });
  await bench.client.evidence.addText({ text: bytes.toString(), file: 'b.txt' });
  const { upload } = await bench.client.evidence.upload({});
  for (const part of [bytes.subarray(0, 5), bytes.subarray(5)])
    await bench.client.evidence.append({ upload, base64: part.toString('base64') });
  const { piece } = await bench.client.evidence.addUpload({ upload, file: 'c.txt', origin: 'clipboard' });
  expect(piece.original.sha256).toBe(hashOf(bytes));
  expect((await bench.client.evidence.page({})).total).toBe(3);
  await bench.client.engagement.close({});
  expect(storedBlobs()).toBe(1);
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
});

test('a file that is too large is refused before it is read, and one that grows on its way', async () => {
  const path = file('large.bin', '');
  truncateSync(path, MOST_BYTES + 1);
  expect(statSync(path).size).toBe(MOST_BYTES + 1);
  const error = await thrownBy(() => bench.client.evidence.addFile({ path }));
  expect(error).toMatchObject({ code: 'evidence-too-large', message: expect.stringContaining('200 MB') });
  await bench.client.engagement.close({});
  const store = openStore({ path: bench.path, passphrase: PASSPHRASE, mode: 'write' });
  const incoming = new Incoming(store.db, 10);
  incoming.append(Buffer.alloc(9));
  expect((await thrownBy(() => incoming.append(Buffer.alloc(2)))).code).toBe('evidence-too-large');
  expect(store.db.all(store.db.q.selectFrom('blob').select('id'))).toEqual([]);
  store.close();
});

test('a file that is not there says so', async () => {
  const error = await thrownBy(() => bench.client.evidence.addFile({ path: join(bench.folder, 'none') }));
  expect(error.code).toBe('file-not-found');
});

test('a damaged piece says so, is not exported, and is whole when it is added again', async () => {
  const bytes = randomBytes(1024 * 1024);
  const { piece } = await bench.client.evidence.addFile({ path: file('a.bin', bytes) });
  await bench.client.engagement.close({});
  const store = openStore({ path: bench.path, passphrase: PASSPHRASE, mode: 'write' });
  store.db.run(
    store.db.q
      .updateTable('blob_chunk')
      .set({ bytes: randomBytes(512 * 1024) })
      .where('position', '=', 0),
  );
  store.close();
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
  expect(await bench.client.evidence.verify({})).toEqual({ checked: 1, damaged: [piece.id] });
  const path = join(bench.folder, 'out.bin');
  const error = await thrownBy(() => bench.client.evidence.export({ id: piece.id, path }));
  expect(error.code).toBe('evidence-damaged');
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.part`)).toBe(false);
  await bench.client.evidence.addFile({ path: join(bench.folder, 'a.bin') });
  expect(await bench.client.evidence.verify({})).toEqual({ checked: 2, damaged: [] });
});

test('removing is undone; bytes go when the engagement is closed, but a milestone keeps its own', async () => {
  const phases = [{ id: 'one', kind: 'assessment' as const }];
  await bench.client.phases.save({
    phases: phases.map((one) => ({ ...one, name: '', from: null, to: null, closedAt: null })),
  });
  const kept = (await bench.client.evidence.addText({ text: 'kept', file: 'kept.txt' })).piece;
  await bench.client.phases.close({ phase: 'one' });
  const gone = (await bench.client.evidence.addText({ text: 'gone', file: 'gone.txt' })).piece;
  const { step } = await bench.client.evidence.remove({ id: gone.id });
  await bench.client.history.undo({ step });
  expect((await allBytes(gone.id)).toString()).toBe('gone');
  await bench.client.evidence.remove({ id: gone.id });
  await bench.client.evidence.remove({ id: kept.id });
  await bench.client.engagement.close({});
  expect(storedBlobs()).toBe(1);
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
  const { phases: closed } = await bench.client.phases.list({});
  const { documents } = await bench.client.phases.records({
    milestone: closed[0]!.milestone!.id,
    kind: 'evidence',
  });
  expect(documents).toMatchObject([{ original: { sha256: kept.original.sha256 } }]);
});

test('a copy stands beside the original, which stays as it was', async () => {
  const png = Buffer.from('89504e470d0a1a0a00', 'hex');
  const { piece } = await bench.client.evidence.addFile({ path: file('a.png', png) });
  const { upload } = await bench.client.evidence.upload({});
  const copy = Buffer.from('89504e470d0a1a0a01', 'hex');
  await bench.client.evidence.append({ upload, base64: copy.toString('base64') });
  const marks = [{ kind: 'redaction' as const, x: 1, y: 1, width: 4, height: 4 }];
  await bench.client.evidence.setCopy({ id: piece.id, copy: { upload, width: 10, height: 10 }, marks });
  const marked = await bench.client.evidence.get({ id: piece.id });
  expect(marked).toMatchObject({
    original: { sha256: hashOf(png) },
    copy: { sha256: hashOf(copy), mediaType: 'image/png' },
    marks,
  });
  expect((await allBytes(piece.id, 'copy')).equals(copy)).toBe(true);
  expect((await allBytes(piece.id)).equals(png)).toBe(true);
});

test('pieces are found by what they are linked to, and links have names', async () => {
  const { id } = await bench.client.inventory.save({ fields: { name: 'Billing' } });
  const link = { kind: 'system' as const, id };
  const { piece } = await bench.client.evidence.addText({ text: 'x', file: 'x.txt', links: [link] });
  expect(piece.links).toEqual([{ ...link, name: 'Billing' }]);
  await bench.client.evidence.addText({ text: 'y', file: 'y.txt', expiresOn: '2020-01-01' });

  const page = (filter: object) => bench.client.evidence.page({ filter });
  expect((await page({ link })).pieces.map(({ file }) => file)).toEqual(['x.txt']);
  expect((await page({ linked: ['none'] })).pieces.map(({ file }) => file)).toEqual(['y.txt']);
  expect((await page({ expiries: ['expired'] })).total).toBe(1);
  expect((await page({})).counts).toMatchObject({ all: 2, expiries: { none: 1, expired: 1 } });
  await bench.client.evidence.unlink({ id: piece.id, link });
  expect((await page({ link })).total).toBe(0);
});

test('nothing is linked to what is not there, and nothing of what was to be added stays', async () => {
  const { evidence, inventory } = bench.client;
  const { id: system } = await inventory.save({ fields: { name: 'Billing' } });
  const there = { kind: 'system' as const, id: system };
  const { piece } = await evidence.addText({ text: 'x', file: 'x.txt', links: [there] });
  const before = await evidence.page({});
  for (const [kind, id, code] of [
    ['answer', 'security-nothing', 'bad-input'],
    ['finding', 'FB-00000-00000', 'finding-unknown'],
    // A proposal has no id that lasts.
    ['recommendation', 'gp2-to-gp3', 'recommendation-unknown'],
    ['system', 'nothing', 'bad-input'],
  ] as const) {
    const links = [there, { kind, id }];
    const { upload } = await evidence.upload({});
    await evidence.append({ upload, base64: Buffer.from('sent').toString('base64') });
    for (const add of [
      () => evidence.addFile({ path: file('y.txt', 'y'), links }),
      () => evidence.addText({ text: 'z', file: 'z.txt', links }),
      () => evidence.addUpload({ upload, file: 'sent.txt', origin: 'clipboard', links }),
      () => evidence.save({ id: piece.id, links }),
      () => evidence.link({ id: piece.id, link: { kind, id } }),
    ])
      expect(await thrownBy(add)).toMatchObject({ code, message: expect.stringContaining(id) });
  }
  expect(await evidence.page({})).toEqual(before);
  expect(storedBlobs()).toBe(1);

  // A question may be proved before its checklist is adopted, and a link stays when what it leads to goes.
  await evidence.link({ id: piece.id, link: { kind: 'answer', id: 'security-training' } });
  await inventory.remove({ id: system });
  await evidence.save({ id: piece.id, title: 'Of then', links: [there] });
  await evidence.link({ id: piece.id, link: there });
  expect((await evidence.get({ id: piece.id })).links).toMatchObject([there]);
});

test('a piece that speaks for an adopted recommendation says its title, as it was edited', async () => {
  const { recommendations, evidence } = bench.client;
  const { ids } = await recommendations.adopt({ library: ['gp2-to-gp3'] });
  const link = { kind: 'recommendation' as const, id: ids[0]! };
  const add = async () => (await evidence.addText({ text: 'kept', file: 'kept.txt', links: [link] })).piece;
  const { links, id } = await add();
  expect(links[0]!.name).toMatch(/gp3/);
  await recommendations.edit({ id: ids[0]!, language: 'en', words: { title: 'Volumes first' } });
  expect((await evidence.get({ id })).links).toEqual([{ ...link, name: 'Volumes first' }]);
});

test('the sample has nine systems and eight pieces, all whole, one of them expired', async () => {
  const ids = await fillSystems(bench.client);
  await fillEvidence(bench.client);
  expect(ids.size).toBe(9);
  const { pieces, counts } = await bench.client.evidence.page({ limit: 100 });
  expect(pieces).toHaveLength(sampleEvidence.length);
  expect(counts).toMatchObject({ kinds: { image: 3, text: 5 }, expiries: { expired: 1 } });
  expect((await bench.client.evidence.verify({})).damaged).toEqual([]);
  // Every answer that it names is a question that exists.
  for (const { links } of pieces) for (const { id, name } of links) expect(name).not.toBe(id);
  expect((await bench.client.inventory.summary({})).fail).toBeGreaterThan(5);
});
