import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { readWorkbook, type SheetRow } from '../exchange/read-workbook.ts';
import { refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';
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
export async function readSheet(path: string, texts: Texts): Promise<Sheet> {
  const bytes = await bytesOf(path, texts);
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
  const lines = isZip ? await linesOfXlsx(bytes, texts) : linesOfCsv(textOf(bytes), texts);
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) throw noTable(texts, 'noTable');
  if (rest.length > MOST_LINES) throw noTable(texts, 'tooManyLines', { most: MOST_LINES });
  return { columns: head.cells.map((cell) => cell.trim()), rows: rest };
}

async function bytesOf(path: string, texts: Texts): Promise<Buffer> {
  try {
    if ((await stat(path)).size > MOST_BYTES) throw noTable(texts, 'tooLarge');
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
export function linesOfCsv(text: string, texts: Texts): SheetRow[] {
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
    throw noTable(texts, 'noCsv', { reason: (error as Error).message }, error);
  }
}

async function linesOfXlsx(bytes: Buffer, texts: Texts): Promise<SheetRow[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw noTable(texts, 'noWorkbook', {}, error);
  }
}

const noTable = (
  texts: Texts,
  why: string,
  values: Record<string, unknown> = {},
  cause?: unknown,
): FieldbookError =>
  refusal(texts, texts.t(`files.systems.${why}`, values), texts.t('files.systems.next'), { cause });
