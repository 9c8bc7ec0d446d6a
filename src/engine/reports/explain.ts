import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReportError } from './errors.ts';

/** Why there is no PDF, for a person. */
export function explainReportError(error: ReportError): FieldbookError {
  switch (error.code) {
    case 'cancelled':
      return new FieldbookError(
        'cancelled',
        'The report was cancelled.',
        'Start it again when you want to; nothing was lost.',
      );
    case 'out-of-memory':
      return new FieldbookError(
        'report-memory',
        error.message,
        'Report on fewer accounts or checks, or close other programs.',
        { cause: error },
      );
    case 'not-printable':
      return new FieldbookError(
        'report-blocked',
        `The report cannot be printed as it stands: ${error.message}`,
        "See 'fieldbook report --preflight' for what to mend.",
        { cause: error },
      );
    case 'incomplete':
      return new FieldbookError(
        'report-incomplete',
        `The finished PDF lacks something, so it was not saved: ${error.message}`,
        'This is a mistake in Fieldbook: please report it with the details.',
        { cause: error },
      );
    default:
      return new FieldbookError(
        'internal',
        `The report failed: ${error.message}`,
        'Nothing was lost. Try again; if it happens again, report it with the details.',
        { cause: error },
      );
  }
}
