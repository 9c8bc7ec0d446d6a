import type { Missing } from './common/identifiers.ts';
import type { Problem } from './common/preflight.ts';

/**
 * `cancelled`: asked for; `out-of-memory`: the bound of the worker was reached; `not-printable`: pre-flight found
 * what blocks; `incomplete`: the finished PDF lacks something; `failed`: anything else, with its own words.
 */
export type ReportErrorCode = 'cancelled' | 'out-of-memory' | 'not-printable' | 'incomplete' | 'failed';

export interface ReportErrorDetails {
  /** Pre-flight: what blocks. */
  problems?: Problem[];
  /** Proof: references and ARNs that the PDF lacks. */
  missing?: Missing;
}

/** Why there is no PDF. The message is for a log; a person gets the text of the code. */
export class ReportError extends Error {
  readonly code: ReportErrorCode;
  readonly details: ReportErrorDetails;

  constructor(code: ReportErrorCode, message: string, details: ReportErrorDetails = {}) {
    super(message);
    this.name = 'ReportError';
    this.code = code;
    this.details = details;
  }
}
