import type { ErrorData } from '../../shared/contract/errors.ts';
import type { ReportKind } from '../../shared/model/report.ts';
import type { GatherOptions } from './common/gather.ts';
import type { Problem } from './common/preflight.ts';
import type { ReportErrorCode, ReportErrorDetails } from './errors.ts';
import type { InputOf } from './kinds.ts';
import type { Progress } from './steps.ts';

/** A report on data that is handed over. */
export type GivenRequest = { [Kind in ReportKind]: { kind: Kind; input: InputOf<Kind> } }[ReportKind];

/**
 * A report on a snapshot of an engagement file, which the worker opens and reads for itself so that the engine does
 * not have to copy it.
 */
export interface FileRequest {
  kind: ReportKind;
  engagement: { path: string; passphrase: string };
  options: GatherOptions;
  /** The day on which decisions and dates of contracts are asked, `YYYY-MM-DD`. */
  today: string;
}

export type RenderRequest = GivenRequest | FileRequest;

/** What the worker is asked for: the PDF of a report, or what would be wrong with it. */
export type ToWorker = { task: 'render'; request: RenderRequest } | { task: 'check'; request: FileRequest };

/** What the worker answers: progress, then one of the ends. */
export type FromWorker =
  | { type: 'progress'; progress: Progress }
  | { type: 'checked'; problems: Problem[]; reads: { planned: number; ok: number } }
  | { type: 'done'; bytes: Uint8Array<ArrayBuffer>; pages: number }
  | { type: 'refused'; error: ErrorData }
  | { type: 'failed'; code: ReportErrorCode; message: string; details: ReportErrorDetails };
