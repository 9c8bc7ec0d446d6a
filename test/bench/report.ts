import { diagnosisDocument } from '../../src/engine/reports/diagnosis/document.ts';
import { drawPdf } from '../../src/engine/reports/draw.ts';
import { produceReport } from '../../src/engine/reports/produce.ts';
import { textsOf } from '../../src/engine/texts.ts';
import { diagnosisInput } from '../support/diagnosis-input.ts';
import { median, times } from './measure.ts';

/** Findings that fill about five hundred pages. */
const FINDINGS = 3200;

/** The whole of a diagnosis (building, charts, pages, proof) against pdfmake alone on the same document. */
export async function renderRatio(): Promise<{ pages: number; whole: number; alone: number; ratio: number }> {
  const input = diagnosisInput({ findings: FINDINGS });
  let pages = 0;
  const ratios: number[] = [];
  const wholes: number[] = [];
  const alones: number[] = [];
  // Side by side in each round, so that whatever else the machine does falls on both.
  for (let round = 0; round < 3; round++) {
    const document = diagnosisDocument(input, textsOf(input.engagement.language));
    const [alone] = await times(1, () => drawPdf(document, () => {}));
    const [whole] = await times(1, async () => {
      ({ pages } = await produceReport('diagnosis', input, () => {}));
    });
    ratios.push(whole! / alone!);
    wholes.push(whole!);
    alones.push(alone!);
  }
  return { pages, whole: median(wholes), alone: median(alones), ratio: median(ratios) };
}
