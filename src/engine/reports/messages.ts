import type { GatherOptions } from './diagnosis/gather.ts';
import type { DiagnosisInput } from './diagnosis/input.ts';
import type { ReportErrorCode, ReportErrorDetails } from './errors.ts';
import type { Progress } from './progress.ts';

/**
 * What the worker is asked for: a report on data that is handed over, or on a snapshot of an engagement file, which
 * the worker opens and reads for itself so that the engine does not have to copy it.
 */
export type RenderRequest =
  | { input: DiagnosisInput }
  | { engagement: { path: string; passphrase: string }; options: GatherOptions };

/** What the worker answers: progress, then one of the two ends. */
export type FromWorker =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; bytes: Uint8Array<ArrayBuffer>; pages: number }
  | { type: 'failed'; code: ReportErrorCode; message: string; details: ReportErrorDetails };
