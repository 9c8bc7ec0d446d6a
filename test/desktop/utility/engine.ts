import { serve } from '../../../src/engine/serve.ts';
import { type ElectronPort, portOverElectron } from '../../../src/engine/transport/parent-port.ts';
import { cancelled } from '../../../src/shared/contract/errors.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

console.log('the stub speaks');
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
const { parentPort } = process as NodeJS.Process & { parentPort: ElectronPort };
void serve(engine, portOverElectron(parentPort)).then(() => process.exit(0));
