/** Reads CSV with a header (RFC 4180), so that a test sees what a spreadsheet would see. */
export function readCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(text.replace(/^\ufeff/, ''));
  return rows.map((row) => {
    if (row.length !== head.length)
      throw new Error(`${row.length} cells under ${head.length} columns: ${row}`);
    return Object.fromEntries(head.map((name, i) => [name, row[i]!]));
  });
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell in quotes with doubled quotes inside, or one without; then a comma, the end of the line, or of the text.
  const cell = /("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`No CSV at ${at}: ${text.slice(at, at + 40)}`);
    const [, value = '', end] = found;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
