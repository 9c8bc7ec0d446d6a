import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findByReference, findingsByNumber } from '../../../src/engine/findings/read.ts';
import { loadVerdicts, type Verdicts } from '../../../src/engine/findings/verdicts.ts';
import type { Session } from '../../../src/engine/session.ts';
import { emptyEngagement, fileIn, judgeLarge, scanLarge } from '../../bench/estate.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-reference-'));
let session: Session;
beforeAll(async () => {
  session = emptyEngagement(fileIn(folder));
  await scanLarge(session.store, 0, 500);
  await judgeLarge(session, 1);
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const newest = () => loadVerdicts(session.db, session.snapshot(undefined).judgement);
/** Every so many of them, with the number by which each was found. */
const found = (verdicts: Verdicts) => {
  const numbers = Array.from({ length: 40 }, (_, at) => Math.floor((at * verdicts.size) / 40));
  return findingsByNumber(session.db, verdicts, numbers, session.checks).map(({ id, ref }) => [
    id,
    findByReference(session.db, verdicts, ref),
  ]);
};

test('a finding is found by its reference among all, as well in a judgement without tails', () => {
  const verdicts = newest();
  expect(verdicts.tail).not.toBeNull();
  for (const [number, by] of [...found(verdicts), ...found({ ...verdicts, tail: null })])
    expect(by).toBe(number);
  expect(findByReference(session.db, verdicts, 'FB-00000-00000')).toBeUndefined();
});

test('judged again, each keeps its tail', async () => {
  const { tail } = newest();
  await judgeLarge(session, 1);
  const again = newest();
  expect(again.tail).toEqual(tail);
  for (const [number, by] of found(again)) expect(by).toBe(number);
});

test('one without tails gets them when it is judged again', async () => {
  const { tail } = newest();
  const { db } = session;
  for (const { id, columns } of db.all(db.q.selectFrom('verdicts').select(['id', 'columns']))) {
    const { tail: _, ...earlier } = deserialize(zstdDecompressSync(columns)) as { tail: unknown };
    db.run(
      db.q
        .updateTable('verdicts')
        .set({ columns: zstdCompressSync(serialize(earlier)) })
        .where('id', '=', id),
    );
  }
  expect(newest().tail).toBeNull();
  await judgeLarge(session, 1);
  expect(newest().tail).toEqual(tail);
});
