/**
 * Code points that a TrueType font has a glyph for, from its `cmap` table (formats 4 and 12, the ones in use):
 * https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const points = new Set<number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const subtable = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addFormat4(view, subtable, points);
    else if (format === 12) addFormat12(view, subtable, points);
  }
  return points;
}

/** Hides a table from those who look for it by name. Changes the font. */
export function renameTable(font: Uint8Array, from: string, to: string): void {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const entry = tableEntry(view, from);
  for (let index = 0; index < 4; index++) view.setUint8(entry + index, to.charCodeAt(index));
}

const tableOffset = (view: DataView, tag: string): number => view.getUint32(tableEntry(view, tag) + 8);

/** Where the table directory speaks of a table. */
function tableEntry(view: DataView, tag: string): number {
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(entry + index)));
    if (name === tag) return entry;
  }
  throw new Error(`The font has no table '${tag}'.`);
}

function addFormat4(view: DataView, subtable: number, points: Set<number>): void {
  const segments = view.getUint16(subtable + 6) / 2;
  const ends = subtable + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint16(starts + segment * 2);
    const end = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const range = view.getUint16(ranges + segment * 2);
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const glyph =
        range === 0
          ? (point + delta) & 0xffff
          : view.getUint16(ranges + segment * 2 + range + (point - start) * 2);
      if (glyph !== 0) points.add(point);
    }
  }
}

function addFormat12(view: DataView, subtable: number, points: Set<number>): void {
  const groups = view.getUint32(subtable + 12);
  for (let group = subtable + 16; group < subtable + 16 + groups * 12; group += 12)
    for (let point = view.getUint32(group); point <= view.getUint32(group + 4); point++) points.add(point);
}
