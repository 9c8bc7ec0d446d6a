import { inflateSync } from 'node:zlib';

/** Text of one page in the order in which it is drawn: pieces in one face and size, one after the other. */
export interface PageText {
  /** Text without the breaks between lines and words that only the layout made. */
  pieces: string[];
}

/**
 * Reads the text back out of a PDF that pdfmake wrote: classic cross-reference table, deflated streams, text as
 * hexadecimal glyph numbers with a ToUnicode map per font. Not a reader for PDFs of others; it throws on what it
 * does not know, because a proof must not pass on what could not be read.
 */
export function pdfText(pdf: Uint8Array): PageText[] {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const objects = objectOffsets(file);
  const maps = new Map<number, ReadonlyMap<string, string>>();
  const unicodeOf = (font: number): ReadonlyMap<string, string> => {
    let map = maps.get(font);
    if (!map) {
      map = toUnicode(stream(file, objects, referenceIn(dictionary(file, objects, font), 'ToUnicode')));
      maps.set(font, map);
    }
    return map;
  };
  return pageObjects(file, objects).map((page) => {
    const source = dictionary(file, objects, page);
    const resources = dictionary(file, objects, referenceIn(source, 'Resources'));
    const fonts = new Map<string, ReadonlyMap<string, string>>();
    const named = /\/Font\s*<<([^>]*)>>/.exec(resources)?.[1] ?? '';
    for (const [, name, id] of named.matchAll(/\/(\S+)\s+(\d+) 0 R/g))
      if (/\/ToUnicode /.test(dictionary(file, objects, Number(id)))) fonts.set(name!, unicodeOf(Number(id)));
    return { pieces: pieces(stream(file, objects, referenceIn(source, 'Contents')), fonts) };
  });
}

/** Where each object begins, from the cross-reference table at the end of the file. */
function objectOffsets(file: Buffer): number[] {
  const tail = file.toString('latin1', Math.max(0, file.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const table = file.toString('latin1', start);
  const head = /^xref\s+0 (\d+)\s+/.exec(table);
  if (!head) throw new Error('The PDF has no cross-reference table where its end says.');
  const offsets: number[] = [];
  for (let entry = 0; entry < Number(head[1]); entry++)
    offsets.push(Number(table.slice(head[0].length + entry * 20, head[0].length + entry * 20 + 10)));
  return offsets;
}

/** The text of an object up to its stream or end. */
function dictionary(file: Buffer, objects: readonly number[], id: number): string {
  const start = objects[id];
  if (start === undefined) throw new Error(`The PDF has no object ${id}.`);
  const end = file.indexOf('endobj', start);
  const streams = file.indexOf('stream', start);
  return file.toString('latin1', start, streams >= 0 && streams < end ? streams : end);
}

function referenceIn(source: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(source);
  if (!found) throw new Error(`No reference '${key}' in ${source.slice(0, 80)}`);
  return Number(found[1]);
}

function stream(file: Buffer, objects: readonly number[], id: number): string {
  const head = dictionary(file, objects, id);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const start = file.indexOf('stream', objects[id]!) + 'stream'.length;
  const first = file[start] === 13 ? start + 2 : start + 1;
  const raw = file.subarray(first, first + length);
  return (/\/FlateDecode/.test(head) ? inflateSync(raw) : raw).toString('latin1');
}

/** Pages in their order, by way of the page tree. */
function pageObjects(file: Buffer, objects: readonly number[]): number[] {
  const trailer = file.toString('latin1', file.lastIndexOf('trailer'));
  const catalog = dictionary(file, objects, referenceIn(trailer, 'Root'));
  const walk = (id: number): number[] => {
    const source = dictionary(file, objects, id);
    if (/\/Type \/Page\b(?!s)/.test(source)) return [id];
    const kids = /\/Kids \[([^\]]*)\]/.exec(source)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => walk(Number(kid)));
  };
  return walk(referenceIn(catalog, 'Pages'));
}

/** Glyph numbers (four hexadecimal digits) to text, from a ToUnicode map. */
function toUnicode(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, , list] of block!.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
      let code = Number.parseInt(from!, 16);
      for (const [, hex] of list!.matchAll(/<([0-9a-f ]*)>/gi)) {
        map.set(code.toString(16).padStart(4, '0'), utf16(hex!.replaceAll(' ', '')));
        code += 1;
      }
    }
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, hex] of block!.matchAll(/<([0-9a-f]{4})> <([0-9a-f]*)>/gi))
      map.set(code!.toLowerCase(), utf16(hex!));
  return map;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

const operators = /\/(\S+) ([\d.]+) Tf|\[([^\]]*)\] TJ|<([0-9a-f]*)> Tj/g;
const hexStrings = /<([0-9a-f]*)>/g;

function pieces(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const found: string[] = [];
  let current = '';
  let face = '';
  let map: ReadonlyMap<string, string> | undefined;
  const show = (hex: string) => {
    if (!map) throw new Error(`Text in the face '${face}', which has no ToUnicode map.`);
    for (let at = 0; at < hex.length; at += 4) {
      const character = map.get(hex.slice(at, at + 4));
      if (character === undefined) throw new Error(`A glyph of '${face}' has no text.`);
      current += character;
    }
  };
  for (const [, name, size, array, string] of content.matchAll(operators)) {
    if (name !== undefined) {
      const next = `${name} ${size}`;
      if (next !== face) {
        if (current !== '') found.push(current);
        current = '';
        face = next;
        map = fonts.get(name);
      }
    } else if (array !== undefined) for (const [, hex] of array.matchAll(hexStrings)) show(hex!);
    else show(string!);
  }
  if (current !== '') found.push(current);
  return found;
}
