import { serve } from '../../../src/engine/serve.ts';
import { portOverIpc } from '../../../src/engine/transport/node-child.ts';
import { cancelled } from '../../../src/shared/contract/errors.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

/** The process that node-child.test.ts starts. */
const engine = stubEngine({
  app: {
    info: () => {
      engine.emit('changed', { what: 'snapshot' });
      return info;
    },
  },
  aws: {
    whoami: (_, { signal }) =>
      new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(cancelled()))),
  },
});
await serve(engine, portOverIpc(process));
process.exit(0);
