import type { DiagnosisInput } from './diagnosis/input.ts';
import { ReportError } from './errors.ts';
import { printable } from './glyphs.ts';
import { pdfText } from './pdf-text.ts';

const most = 100;

/**
 * Proves by the finished PDF's own text that every finding's reference and every resource's ARN is in it. Throws
 * `incomplete` with what is missing. Returns the number of pages.
 *
 * A reference or an ARN is set in a face and size of its own, so that it stands alone among the pieces of a page;
 * one that is only the beginning of another does not pass for it.
 */
export function prove(pdf: Uint8Array, input: Pick<DiagnosisInput, 'findings' | 'resources'>): number {
  const pages = pdfText(pdf);
  const printed = new Set<string>();
  for (const { pieces } of pages) for (const piece of pieces) printed.add(bare(piece));
  const isMissing = (identifier: string) => !printed.has(bare(printable(identifier, 'mono')));
  const findings = input.findings.map((finding) => finding.ref).filter(isMissing);
  const resources = input.resources.map((resource) => resource.arn).filter(isMissing);
  if (findings.length + resources.length > 0)
    throw new ReportError(
      'incomplete',
      `The PDF lacks ${findings.length} findings and ${resources.length} resources, among them ${[...findings, ...resources].slice(0, 5).join(', ')}.`,
      {
        missing: {
          findings: findings.slice(0, most),
          resources: resources.slice(0, most),
          findingCount: findings.length,
          resourceCount: resources.length,
        },
      },
    );
  return pages.length;
}

/** Without white space, which lines begin and end with as the layout breaks them. */
const bare = (text: string): string => text.replace(/\s+/gu, '');
