/** Scans the large estate into the folder named, and tells the highest memory of this process. */
import { openStore } from '../../src/engine/store/open.ts';
import { sampleTagPolicy } from '../support/sample.ts';
import { fileIn, PASSPHRASE, scanLarge } from './estate.ts';

const store = openStore({ path: fileIn(process.argv[2]!), passphrase: PASSPHRASE, mode: 'create' });
store.db.run(
  store.db.q.insertInto('engagement').values({
    id: 'bench',
    salt: 'salt',
    document: JSON.stringify({
      id: 'bench',
      client: 'Acme Health',
      consultant: 'Northwind DevOps',
      scope: 'benchmark',
      language: 'en',
      currency: 'USD',
      tagPolicy: sampleTagPolicy,
      createdAt: '2026-09-07T08:00:00.000Z',
    }),
  }),
);
const started = performance.now();
let peak = 0;
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
await scanLarge(store, 0);
clearInterval(sampler);
store.close();
process.send!(
  { peak: Math.max(peak, process.memoryUsage.rss()), seconds: (performance.now() - started) / 1000 },
  () => process.exit(0),
);
