import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { readWorkbook, type SheetRow } from '../exchange/read-workbook.ts';
import { textOf } from './text-of.ts';

/** Larger than any inventory that people keep in a spreadsheet. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_LINES = 5000;

export interface Sheet {
  columns: string[];
  /** Cells by the place of their column, with the line of the file that each row begins on. */
  rows: SheetRow[];
}

/** Reads a table with a head: CSV by comma, semicolon or tab, or the first sheet of an XLSX file. */
export async function readSheet(path: string): Promise<Sheet> {
  const bytes = await bytesOf(path);
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
  const lines = isZip ? await linesOfXlsx(bytes) : linesOfCsv(textOf(bytes));
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) throw noTable('The file holds no table.');
  if (rest.length > MOST_LINES) throw noTable(`The file has more than ${MOST_LINES} lines.`);
  return { columns: head.cells.map((cell) => cell.trim()), rows: rest };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > MOST_BYTES) throw noTable('The file is too large for a list of systems.');
    return await readFile(path);
  } catch (error) {
    if (error instanceof FieldbookError) throw error;
    throw new FieldbookError(
      'file-not-found',
      `The file ${path} cannot be read.`,
      'See that it is a file that is still there and that you may read, and repeat.',
      { cause: error },
    );
  }
}

/** Lines of a CSV text (RFC 4180); the separator is the one that its head uses most. */
export function linesOfCsv(text: string): SheetRow[] {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let line = 1;
    return records.map(({ record, info }) => {
      const row = { line, cells: record };
      line = info.lines + 1;
      return row;
    });
  } catch (error) {
    throw noTable(`The file is no CSV table: ${(error as Error).message}`, error);
  }
}

async function linesOfXlsx(bytes: Buffer): Promise<SheetRow[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw noTable('The file is no XLSX workbook that can be read.', error);
  }
}

const noTable = (message: string, cause?: unknown): FieldbookError =>
  new FieldbookError(
    'bad-input',
    message,
    'Save the list as CSV or XLSX with the names of the columns in its first line, and repeat.',
    { cause },
  );
