import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, table } from '../../../src/cli/table.ts';

interface Row {
  ref: string;
  title: string;
  place: string;
  amount: string;
}
const columns: Column<Row>[] = [
  { head: 'Ref', value: (row) => row.ref },
  { head: 'Title', value: (row) => row.title, flexible: true },
  { head: 'Place', value: (row) => row.place, flexible: true, second: true },
  { head: 'Amount', value: (row) => row.amount, align: 'right' },
];
const rows: Row[] = [
  { ref: 'A1', title: 'Bucket open to everybody', place: 'portal-assets', amount: '–' },
  {
    ref: 'B22',
    title: 'Instance with an administration port on the internet',
    place: 'web',
    amount: '$1.00',
  },
];
const lines = (width: number, some: readonly Row[] = rows) => table(some, columns, width).split('\n');

test('without a limit every cell is whole, in columns that are as wide as their widest', () => {
  expect(lines(Number.POSITIVE_INFINITY)).toEqual([
    'Ref  Title                                                 Place          Amount',
    'A1   Bucket open to everybody                              portal-assets       –',
    'B22  Instance with an administration port on the internet  web             $1.00',
  ]);
});

test('where it is a little narrow, the longest cells are shortened and short columns keep their width', () => {
  expect(lines(60)).toEqual([
    'Ref  Title                             Place          Amount',
    'A1   Bucket open to everybody          portal-assets       –',
    'B22  Instance with an administration…  web             $1.00',
  ]);
});

test('where it is too narrow, what may move stands whole under the row', () => {
  expect(lines(40)).toEqual([
    'Ref  Title                        Amount',
    'A1   Bucket open to everybody          –',
    '     portal-assets',
    'B22  Instance with an administr…   $1.00',
    '     web',
  ]);
});

test('a long text under a row is broken between its words, and one long word is left whole', () => {
  const arn = `arn:aws:s3:::${'a'.repeat(50)}`;
  const [, , ...under] = lines(40, [
    { ...rows[0]!, place: `role and user not authorized to perform on ${arn}` },
  ]);
  expect(under).toEqual(['     role and user not authorized to', '     perform on', `     ${arn}`]);
});

test('colours take no width', () => {
  const bold = rows.map((row) => ({ ...row, ref: `\x1b[1m${row.ref}\x1b[22m` }));
  const plain = table(bold, columns, 60).replaceAll(/\x1b\[\d+m/g, '');
  expect(plain.split('\n')).toEqual(lines(60));
});

test('no rows are the heads alone', () => {
  expect(lines(80, [])).toEqual(['Ref  Title  Place  Amount']);
});

describe('whatever the names', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '表', '👩', ' ', '\n', '\t', '-'),
    maxLength: 60,
  });
  const someRows = fc.array(fc.record<Row>({ ref: cell, title: cell, place: cell, amount: cell }), {
    minLength: 1,
    maxLength: 6,
  });

  test('a row is a line, and where there is no limit nothing is lost', () => {
    fc.assert(
      fc.property(someRows, (some) => {
        const text = table(some, columns, Number.POSITIVE_INFINITY);
        expect(text.split('\n')).toHaveLength(some.length + 1);
        for (const { title } of some) expect(text).toContain(title.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  test('flexible columns never make a line longer than the terminal', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 60, max: 200 }), (some, width) => {
        const short = some.map((row) => ({
          ...row,
          ref: row.ref.slice(0, 8),
          amount: row.amount.slice(0, 8),
        }));
        for (const line of table(short, columns, width).split('\n'))
          expect([...line].length).toBeLessThanOrEqual(Math.max(width, 65));
      }),
    );
  });
});
