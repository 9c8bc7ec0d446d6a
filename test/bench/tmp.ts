import { mkdtempSync } from 'node:fs';
import { openStore } from '/work/main/src/engine/store/open.ts';
import { bytesOf, fileIn, judgeLarge, PASSPHRASE, scanLarge } from '/work/main/test/bench/estate.ts';

const folder = mkdtempSync('/tmp/fbb-');
const store = openStore({ path: fileIn(folder), passphrase: PASSPHRASE, mode: 'create' });
let t = performance.now();
await scanLarge(store, 0);
console.log(
  'scan',
  (performance.now() - t) | 0,
  'rss',
  process.memoryUsage.rss() >> 20,
  'bytes',
  bytesOf(store) >> 20,
);
for (const tb of ['resource', 'snapshot_resource', 'content', 'task', 'call_log'])
  console.log(tb, store.db.prepare(`select count(*) n from ${tb}`).get());
t = performance.now();
await judgeLarge(store, 1);
console.log(
  'judge',
  (performance.now() - t) | 0,
  'bytes',
  bytesOf(store) >> 20,
  store.db.prepare('select status, count(*) n from verdict group by status').all(),
);
for (let i = 0; i < 2; i++) {
  t = performance.now();
  await judgeLarge(store, 1);
  console.log('again', (performance.now() - t) | 0);
}
console.log(folder, process.memoryUsage.rss() >> 20);
store.close();
