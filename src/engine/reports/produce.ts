import type { ReportKind } from '../../shared/model/report.ts';
import { textsOf } from '../texts.ts';
import { drawPdf } from './draw.ts';
import { ReportError } from './errors.ts';
import { definitionOf, type InputOf } from './kinds.ts';
import { prove } from './proof.ts';
import type { Progress } from './steps.ts';

/** Makes the PDF of a report and proves that nothing is lost in it. Blocks its thread: run it in a worker. */
export async function produceReport<Kind extends ReportKind>(
  kind: Kind,
  input: InputOf<Kind>,
  onProgress: (progress: Progress) => void,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const definition = definitionOf(kind);
  const texts = textsOf(input.engagement.language);
  onProgress({ phase: 'charts', share: null });
  const problems = definition.preflight(input, texts).filter((problem) => problem.blocks);
  if (problems.length > 0)
    throw new ReportError(
      'not-printable',
      `The report cannot be printed: ${problems.map((problem) => `${problem.code} at ${problem.where}`).join(', ')}.`,
      { problems },
    );
  const document = definition.document(input, texts);
  onProgress({ phase: 'layout', share: null });
  const bytes = await drawPdf(document, (share) => onProgress({ phase: 'draw', share }));
  onProgress({ phase: 'proof', share: null });
  return { bytes, pages: prove(bytes, definition.identifiers(input)) };
}
