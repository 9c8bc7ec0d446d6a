import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { fromData } from '../../shared/contract/errors.ts';
import { ReportError } from './errors.ts';
import type { FileRequest, FromWorker, RenderRequest, ToWorker } from './messages.ts';
import type { Progress } from './steps.ts';

interface Options {
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the worker at once; the promise rejects with `cancelled`. */
  signal?: AbortSignal;
  /** Bound of the worker's heap in MiB; beyond it the promise rejects with `out-of-memory`. */
  memoryMb?: number;
}

/**
 * Makes the PDF of a report in a thread of its own, so that everything else goes on answering. Rejects with a
 * ReportError, or with what the engagement file refuses. Same request, same bytes.
 */
export async function renderReport(
  request: RenderRequest,
  options: Options = {},
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { bytes, pages } = await inWorker({ task: 'render', request }, 'done', options);
  return { bytes, pages };
}

/** What pre-flight says of a report, and how many of the planned reads it rests on; likewise. */
export async function checkReport(
  request: FileRequest,
  options: Options = {},
): Promise<Pick<End<'checked'>, 'problems' | 'reads'>> {
  const { problems, reads } = await inWorker({ task: 'check', request }, 'checked', options);
  return { problems, reads };
}

type End<Type> = Extract<FromWorker, { type: Type }>;

function inWorker<Type extends 'done' | 'checked'>(
  asked: ToWorker,
  answer: Type,
  { onProgress, signal, memoryMb = 2048 }: Options,
): Promise<End<Type>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const worker = new Worker(workerFile(import.meta.url), {
      workerData: asked,
      // Near its bound a thread has 16 MiB to come to its end in; where little may be used, little may move to the old
      // generation at once, or the whole process goes.
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: Math.min(48, Math.ceil(memoryMb / 16)),
      },
      // Whatever the parent was started with is not for the worker: it only needs Node.
      execArgv: [],
    });
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', abort);
      worker.removeAllListeners();
      void worker.terminate();
      settle();
    };
    const abort = () => end(() => reject(cancelled()));
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else if (message.type === 'refused') end(() => reject(fromData(message.error)));
      else if (message.type === 'failed')
        end(() => reject(new ReportError(message.code, message.message, message.details)));
      else if (message.type === answer) end(() => resolve(message as End<Type>));
    });
    worker.on('error', (error) => end(() => reject(crash(error, memoryMb))));
    worker.on('exit', (code) =>
      end(() => reject(new ReportError('failed', `The report's worker ended with ${code} and no answer.`))),
    );
  });
}

/** The worker's entry beside this file: the source when run from source, the bundle's own entry in a bundle. */
export function workerFile(base: string): URL {
  return new URL(extname(fileURLToPath(base)) === '.ts' ? './worker.ts' : './report-worker.js', base);
}

const cancelled = () => new ReportError('cancelled', 'The report was cancelled.');

const crash = (error: Error, memoryMb: number): ReportError =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ReportError('out-of-memory', `The report needs more than ${memoryMb} MiB of memory.`)
    : new ReportError('failed', error.stack ?? error.message);
