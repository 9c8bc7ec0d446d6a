import { parentPort, workerData } from 'node:worker_threads';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReportKind } from '../../shared/model/report.ts';
import { Session } from '../session.ts';
import { textsOf } from '../texts.ts';
import { ReportError } from './errors.ts';
import { definitionOf, type InputOf } from './kinds.ts';
import type { FromWorker, RenderRequest, ToWorker } from './messages.ts';
import { produceReport } from './produce.ts';

/** Entry of the worker thread: makes or checks one report and ends. */
const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, transfer);

try {
  const { task, request } = workerData as ToWorker;
  const input = await inputOf(request);
  if (task === 'check')
    send({
      type: 'checked',
      problems: definitionOf(request.kind).preflight(input, textsOf(input.engagement.language)),
      reads: input.snapshot.reads,
    });
  else {
    const { bytes, pages } = await produceReport(request.kind, input, (progress) =>
      send({ type: 'progress', progress }),
    );
    // Copied once into memory of its own, which can be handed over.
    const own = new Uint8Array(bytes);
    send({ type: 'done', bytes: own, pages }, [own.buffer]);
  }
} catch (error) {
  send(failure(error));
}

function failure(error: unknown): FromWorker {
  // What the engagement refuses, such as a snapshot that is not there, is no failure of the report.
  if (error instanceof FieldbookError) return { type: 'refused', error: error.toData() };
  if (error instanceof ReportError)
    return { type: 'failed', code: error.code, message: error.message, details: error.details };
  return {
    type: 'failed',
    code: 'failed',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    details: {},
  };
}

async function inputOf(request: RenderRequest): Promise<InputOf<ReportKind>> {
  if ('input' in request) return request.input;
  send({ type: 'progress', progress: { phase: 'gather', share: null } });
  const session = Session.open({ ...request.engagement, mode: 'read' }, { today: () => request.today });
  try {
    return (await definitionOf(request.kind).gather(session, request.options)) as InputOf<ReportKind>;
  } finally {
    session.close();
  }
}
