import { mkdtempSync } from 'node:fs';
import { openStore } from '../../src/engine/store/open.ts';
import { fileIn, PASSPHRASE, judgeLarge, scanLarge, bytesOf } from './estate.ts';
const folder = process.argv[2] ?? mkdtempSync('/tmp/fbb-');
const store = openStore({ path: fileIn(folder), passphrase: PASSPHRASE, mode: process.argv[2] ? 'write' : 'create' });
let t = performance.now();
if (!process.argv[2]) { await scanLarge(store, 0); console.log(folder, 'scan', (performance.now()-t)|0, 'rss', process.memoryUsage.rss()>>20, 'bytes', bytesOf(store)>>20); }
for (let i=0;i<3;i++) { t = performance.now(); await judgeLarge(store,1); console.log('judge', (performance.now()-t)|0, bytesOf(store)>>20); }
store.close();
