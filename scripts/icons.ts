/**
 * Draws the program's mark in every size and kind that the systems ask for, from build/icon.svg into build/icons.
 * Run by hand when the mark changes (`node scripts/icons.ts`); the results are in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { openDisplay } from './electron/display.ts';
import { findElectron } from './electron/find.ts';
import { unseen } from './electron/switches.ts';
import { root, say } from './root.ts';

const folder = join(root, 'build', 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Types of an ICNS by the size of the PNG that each holds, as in Apple's own. */
const icnsTypes: [type: string, size: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
];

const pictures = await drawn(readFileSync(join(root, 'build', 'icon.svg'), 'utf8'));
mkdirSync(folder, { recursive: true });
// electron-builder finds those for Linux by names like these.
for (const [size, png] of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(join(folder, 'icon.icns'), icns());
say(`Wrote ${sizes.length} sizes, icon.ico and icon.icns to build/icons.`);

/** Chromium draws the SVG, on a canvas of each size. */
async function drawn(svg: string): Promise<Map<number, Buffer>> {
  const display = await openDisplay();
  const app = await _electron.launch({
    executablePath: findElectron(say).executable,
    args: [join(root, 'scripts', 'electron', 'blank.cjs'), ...unseen],
    env: { ...process.env, DISPLAY: display.name } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    const encoded = await page.evaluate(
      async ([svg, sizes]) => {
        const image = new Image();
        image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
        await image.decode();
        return sizes.map((size) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
          canvas.getContext('2d')!.drawImage(image, 0, 0, size, size);
          return canvas.toDataURL('image/png').split(',')[1]!;
        });
      },
      [svg, sizes] as const,
    );
    return new Map(encoded.map((base64, at) => [sizes[at]!, Buffer.from(base64, 'base64')]));
  } finally {
    await app.close();
    display.stop();
  }
}

/** Microsoft's container: a directory of 16 bytes an entry, then PNGs (allowed since Windows Vista). */
function ico(wanted: number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * wanted.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(wanted.length, 4);
  let offset = head.length;
  const images = wanted.map((size, at) => {
    const png = pictures.get(size)!;
    const entry = 6 + 16 * at;
    // 0 means 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
    return png;
  });
  return Buffer.concat([head, ...images]);
}

/** Apple's container: a type and a length before each PNG, and before them all. */
function icns(): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(icnsTypes.map(([type, size]) => chunk(type, pictures.get(size)!))));
}
