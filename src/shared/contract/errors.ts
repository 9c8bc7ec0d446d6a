import { z } from 'zod';
import { type Language, languages } from '../model/languages.ts';
import { type Reason, reasonSchema } from '../reason.ts';
import { type ShapeProblem, shapeProblemSchema, shapeProblems } from '../shape.ts';

/** Every way in which Fieldbook can refuse or fail. Programs and the window decide by the code alone. */
export const errorCodes = [
  // engagement files
  'wrong-passphrase',
  'file-not-found',
  'file-exists',
  'file-foreign',
  'file-damaged',
  'file-from-future',
  'file-in-use',
  'folder-not-writable',
  'disk-full',
  'read-only',
  'no-engagement',
  'weak-passphrase',
  // AWS
  'aws-config-missing',
  'aws-config-malformed',
  'profile-unknown',
  'profile-incomplete',
  'sign-in-needed',
  'mfa-needed',
  'credentials-invalid',
  'clock-skew',
  'network-unreachable',
  'proxy-or-certificate',
  'account-refused',
  'answer-unusable',
  'write-refused',
  // scans, findings, reports
  'snapshot-unknown',
  'scan-running',
  'nothing-to-resume',
  'nothing-scanned',
  'finding-unknown',
  'resource-unknown',
  'recommendation-unknown',
  'logo-refused',
  'report-unknown',
  'report-blocked',
  'report-incomplete',
  'report-memory',
  'evidence-too-large',
  'evidence-damaged',
  'changed-since',
  // the desktop
  'keychain-unavailable',
  'passphrase-not-kept',
  'printer-unavailable',
  // anything
  'bad-input',
  'cancelled',
  'engine-lost',
  'version-mismatch',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** How an error travels between processes. */
export const errorSchema = z.object({
  code: z.enum(errorCodes),
  /** What happened, for a person. */
  message: z.string(),
  /** What to do now. */
  next: z.string(),
  /** Of the message and what to do next; left out, English. */
  language: z.enum(languages).optional(),
  /** What it is about by its own name, such as a path: what can be shown in every language. */
  about: z.string().optional(),
  /** The message and what to do next, for whoever shows them in another language. */
  reason: reasonSchema.optional(),
  /** Which values do not fit the contract; whoever shows them has the words. */
  problems: z.array(shapeProblemSchema).optional(),
  /** For a log; never shown unasked. */
  details: z.string().optional(),
});
export type ErrorData = z.infer<typeof errorSchema>;

export class FieldbookError extends Error {
  readonly code: ErrorCode;
  readonly next: string;
  readonly language?: Language;
  readonly about?: string;
  readonly reason?: Reason;
  readonly problems?: ShapeProblem[];
  readonly details?: string;

  constructor(
    code: ErrorCode,
    message: string,
    next: string,
    options: {
      cause?: unknown;
      details?: string | undefined;
      language?: Language | undefined;
      about?: string | undefined;
      reason?: Reason | undefined;
      problems?: ShapeProblem[] | undefined;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FieldbookError';
    this.code = code;
    this.next = next;
    if (options.language) this.language = options.language;
    if (options.about) this.about = options.about;
    if (options.reason) this.reason = options.reason;
    if (options.problems) this.problems = options.problems;
    const details = options.details ?? (options.cause instanceof Error ? options.cause.stack : undefined);
    if (details) this.details = details;
  }

  toData(): ErrorData {
    return {
      code: this.code,
      message: this.message,
      next: this.next,
      ...(this.language && { language: this.language }),
      ...(this.about && { about: this.about }),
      ...(this.reason && { reason: this.reason }),
      ...(this.problems && { problems: this.problems }),
      ...(this.details && { details: this.details }),
    };
  }
}

export const fromData = (data: ErrorData): FieldbookError =>
  new FieldbookError(data.code, data.message, data.next, {
    details: data.details,
    language: data.language,
    about: data.about,
    reason: data.reason,
    problems: data.problems,
  });

/** Any thrown value as an error that can be shown. */
export function asFieldbookError(error: unknown): FieldbookError {
  if (error instanceof FieldbookError) return error;
  if (error instanceof Error && error.name === 'AbortError') return cancelled();
  const message = error instanceof Error ? error.message : String(error);
  return new FieldbookError(
    'internal',
    `Something went wrong inside Fieldbook: ${message}`,
    'Nothing was lost. Try again; if it happens again, report it with the details.',
    { cause: error },
  );
}

/** Values that do not fit the shape that the contract gives them. */
export const misfit = (error: z.ZodError, value: unknown): FieldbookError =>
  new FieldbookError(
    'bad-input',
    `These values cannot be used: ${z.prettifyError(error)}`,
    'Correct them and repeat.',
    { cause: error, problems: shapeProblems(error, value) },
  );

export const cancelled = (cause?: unknown): FieldbookError =>
  new FieldbookError('cancelled', 'Cancelled.', 'Start it again when you want to; nothing was lost.', {
    cause,
  });
