import { parentPort, workerData } from 'node:worker_threads';
import { Session } from '../session.ts';
import { gatherDiagnosis } from './diagnosis/gather.ts';
import type { DiagnosisInput } from './diagnosis/input.ts';
import { produceDiagnosis } from './diagnosis/produce.ts';
import { ReportError } from './errors.ts';
import type { FromWorker, RenderRequest } from './messages.ts';

/** Entry of the worker thread: makes one report and ends. */
const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
  parentPort!.postMessage(message, transfer);

try {
  const { bytes, pages } = await produceDiagnosis(inputOf(workerData as RenderRequest), (progress) =>
    send({ type: 'progress', progress }),
  );
  // Copied once into memory of its own, which can be handed over.
  const own = new Uint8Array(bytes);
  send({ type: 'done', bytes: own, pages }, [own.buffer]);
} catch (error) {
  const known = error instanceof ReportError;
  send({
    type: 'failed',
    code: known ? error.code : 'failed',
    message:
      error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error),
    details: known ? error.details : {},
  });
}

function inputOf(request: RenderRequest): DiagnosisInput {
  if ('input' in request) return request.input;
  send({ type: 'progress', progress: { phase: 'gather', share: null } });
  const session = Session.open({ ...request.engagement, mode: 'read' });
  try {
    return gatherDiagnosis(session, request.options);
  } finally {
    session.close();
  }
}
