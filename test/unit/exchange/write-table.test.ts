import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableRow } from '../../../src/engine/exchange/tables.ts';
import { asWriteError, writeTable } from '../../../src/engine/exchange/write-table.ts';
import { readCsv } from '../../support/csv.ts';
import { thrownBy } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';

const { signal } = new AbortController();

/** A table of rows; its columns are those of the first. */
const tableOf = (
  rows: Iterable<TableRow>,
  columns = Object.keys(Array.isArray(rows) ? (rows[0] ?? {}) : {}),
) => ({
  columns,
  rows,
});

async function written(
  format: 'csv' | 'json',
  rows: readonly TableRow[],
  columns?: string[],
): Promise<string> {
  const path = join(temporaryFolder(), `out.${format}`);
  expect(await writeTable(path, format, tableOf(rows, columns), signal)).toEqual({ path, rows: rows.length });
  return readFileSync(path, 'utf8');
}

describe('CSV', () => {
  test('has a header, and a mark by which spreadsheets know that it is UTF-8', async () => {
    const text = await written('csv', [{ name: 'ñandú', count: 2, note: null }]);
    expect(text).toBe('\ufeffname,count,note\nñandú,2,\n');
  });

  test('without rows still says what its columns would be', async () => {
    expect(await written('csv', [], ['account', 'read'])).toBe('\ufeffaccount,read\n');
  });

  test('cells with commas, quotes and line breaks come back as they were', async () => {
    const odd = 'a "quoted", thing\nof two lines';
    expect(readCsv(await written('csv', [{ odd, next: 'x' }]))).toEqual([{ odd, next: 'x' }]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'a name that a spreadsheet would take for a formula is defused: %j',
    async (name) => {
      const [row] = readCsv(await written('csv', [{ name }]));
      expect(row!.name).toBe(`'${name}`);
    },
  );

  test('numbers stay numbers', async () => {
    expect(await written('csv', [{ saving: 1234.5 }])).toBe('\ufeffsaving\n1234.5\n');
  });

  test('whatever the names: as many rows and cells as were given, none a formula', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '"', ',', '\n', '\r', ' ', 'a', 'ñ', "'", ';'),
    });
    const someRows = fc.array(fc.record({ name: cell, arn: cell }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(someRows, async (rows) => {
        const back = readCsv(await written('csv', rows));
        expect(back).toHaveLength(rows.length);
        for (const [i, row] of back.entries())
          for (const column of ['name', 'arn'] as const) {
            expect([rows[i]![column], `'${rows[i]![column]}`]).toContain(row[column]);
            expect(row[column]).not.toMatch(/^[=+]/);
          }
      }),
      { numRuns: 40 },
    );
  });
});

describe('JSON', () => {
  test('is an array of the rows, also of none and of one', async () => {
    for (const rows of [[], [{ a: 1 }], [{ a: '=1' }, { a: null }]])
      expect(JSON.parse(await written('json', rows))).toEqual(rows);
  });
});

describe('the file', () => {
  test('is for its owner alone', async () => {
    const path = join(temporaryFolder(), 'out.csv');
    await writeTable(path, 'csv', tableOf([{ a: 1 }]), signal);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that was there is replaced only by a whole one', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'of last month');
    const broken = (function* () {
      yield { a: 1 };
      throw new Error('the third page is damaged');
    })();
    await expect(writeTable(path, 'csv', tableOf(broken, ['a']), signal)).rejects.toThrow(
      'the third page is damaged',
    );
    expect(readFileSync(path, 'utf8')).toBe('of last month');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  test('is not there when the export was cancelled', async () => {
    const folder = temporaryFolder();
    const abort = new AbortController();
    const endless = (function* () {
      for (let row = 0; ; row++) yield { row };
    })();
    const cancelled = writeTable(join(folder, 'out.json'), 'json', tableOf(endless), abort.signal);
    setTimeout(() => abort.abort(), 50);
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in a folder that is not there is refused with what to do', async () => {
    const path = join(temporaryFolder(), 'no', 'such', 'out.csv');
    const error = await thrownBy(() => writeTable(path, 'csv', tableOf([{ a: 1 }]), signal));
    expect(error).toMatchObject({ code: 'folder-not-writable', message: expect.stringContaining(path) });
  });

  test('that is a folder is refused, and nothing is left beside it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'out.csv'));
    const error = await thrownBy(() =>
      writeTable(join(folder, 'out.csv'), 'csv', tableOf([{ a: 1 }]), signal),
    );
    expect(error.code).toBe('folder-not-writable');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });
});

test('a full disk has a code of its own; what is no matter of the disk is passed on', () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(asWriteError(full, '/x/out.csv')).toMatchObject({ code: 'disk-full', cause: full });
  const other = new TypeError('a mistake');
  expect(asWriteError(other, '/x/out.csv')).toBe(other);
});
