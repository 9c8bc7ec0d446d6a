/** Three pixels wide and five high; a digit for each row, whose bits are its pixels from the left. */
const glyphs: Record<string, string> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '75555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  0: '75557',
  1: '26227',
  2: '61247',
  3: '61216',
  4: '55711',
  5: '74616',
  6: '34757',
  7: '71222',
  8: '75757',
  9: '75716',
  '-': '00700',
  '.': '00002',
  ':': '02020',
  '/': '11244',
  _: '00007',
  ',': '00024',
  '%': '51245',
  '(': '12221',
  ')': '42224',
  '*': '05250',
  '=': '07070',
  '@': '75743',
  '>': '42124',
};

type Colour = readonly [red: number, green: number, blue: number];

/** A picture that is made at run time: filled rectangles and capital letters, no more. */
export class Painter {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number, ground: Colour) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height * 3);
    this.rect(0, 0, width, height, ground);
  }

  rect(x: number, y: number, width: number, height: number, [red, green, blue]: Colour): void {
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row++)
      for (let column = Math.max(0, x); column < Math.min(this.width, x + width); column++)
        this.#pixels.set([red, green, blue], (row * this.width + column) * 3);
  }

  /** @param size pixels for a pixel of the letters */
  text(x: number, y: number, words: string, colour: Colour, size = 2): void {
    for (const [at, letter] of [...words.toUpperCase()].entries())
      for (const [row, bits] of [...(glyphs[letter] ?? '00000')].entries())
        for (let column = 0; column < 3; column++)
          if ((Number(bits) >> (2 - column)) & 1)
            this.rect(x + (at * 4 + column) * size, y + row * size, size, size, colour);
  }

  /** As PNG (RFC 2083): true colour, no filter. */
  async png(): Promise<Uint8Array> {
    const line = this.width * 3;
    const raw = new Uint8Array((line + 1) * this.height);
    for (let row = 0; row < this.height; row++)
      raw.set(this.#pixels.subarray(row * line, (row + 1) * line), row * (line + 1) + 1);
    const header = new Uint8Array(13);
    const view = new DataView(header.buffer);
    view.setUint32(0, this.width);
    view.setUint32(4, this.height);
    header.set([8, 2, 0, 0, 0], 8);
    return joined([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', header),
      chunk('IDAT', await deflated(raw)),
      chunk('IEND', new Uint8Array()),
    ]);
  }
}

const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(
      new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate')),
    ).arrayBuffer(),
  );

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joined([uint32(data.length), body, uint32(crc(body))]);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** CRC-32 as PNG and ZIP use it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
