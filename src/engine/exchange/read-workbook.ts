/** A row of a table of texts, with the line of the file that it came from. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/** Rows of the first sheet of an XLSX workbook, dates as `YYYY-MM-DD`. Throws what exceljs says of bytes that are none. */
export async function readWorkbook(bytes: Buffer): Promise<SheetRow[]> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const rows: SheetRow[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, at) => {
      const { value, text } = row.getCell(at + 1);
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(text ?? '');
    });
    rows.push({ line, cells });
  });
  return rows;
}
