import { textsOf } from '../../texts.ts';
import { drawPdf } from '../draw.ts';
import { ReportError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { prove } from '../proof.ts';
import { diagnosisDocument } from './document.ts';
import type { DiagnosisInput } from './input.ts';
import { preflight } from './preflight.ts';

/** Makes the PDF of a diagnosis and proves that nothing is lost in it. Blocks its thread: run it in a worker. */
export async function produceDiagnosis(
  input: DiagnosisInput,
  onProgress: (progress: Progress) => void,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const texts = textsOf(input.engagement.language);
  onProgress({ phase: 'charts', share: null });
  const problems = preflight(input, texts).filter((problem) => problem.blocks);
  if (problems.length > 0)
    throw new ReportError(
      'not-printable',
      `The report cannot be printed: ${problems.map((problem) => `${problem.code} at ${problem.where}`).join(', ')}.`,
      { problems },
    );
  const document = diagnosisDocument(input, texts);
  onProgress({ phase: 'layout', share: null });
  const bytes = await drawPdf(document, (share) => onProgress({ phase: 'draw', share }));
  onProgress({ phase: 'proof', share: null });
  return { bytes, pages: prove(bytes, input) };
}
