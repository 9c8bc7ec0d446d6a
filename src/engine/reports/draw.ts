import pdfmake from 'pdfmake';
import { fonts, isFontFile, virtualFonts } from './fonts.ts';
import type { DocumentDefinition } from './layout/nodes.ts';

/** pdfmake's files in memory, which its types do not know. */
const { virtualfs } = pdfmake as unknown as {
  virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
};

for (const [name, font] of Object.entries(virtualFonts())) virtualfs.writeFileSync(name, font);
pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFontFile);

/**
 * Lays a document out and draws it. Blocks its thread meanwhile. `onDraw` is told the share that is drawn, 0 to 1,
 * a hundred times at most; the first call comes when the layout is done.
 */
export async function drawPdf(
  document: DocumentDefinition,
  onDraw: (share: number) => void,
): Promise<Uint8Array> {
  let told = -1;
  pdfmake.setProgressCallback((share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    told = percent;
    onDraw(percent / 100);
  });
  return pdfmake.createPdf(document).getBuffer();
}
