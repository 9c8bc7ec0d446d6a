import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { digestOfContract } from './src/engine/transport/contract-digest.ts';

const root = import.meta.dirname;
const define = { CONTRACT_DIGEST: JSON.stringify(digestOfContract()) };
// The oldest Electron that must run this is the stand-in of scripts/electron/: Node 18 and Chrome 114, and there main
// and preload must be CommonJS. The engine needs neither and has engine.vite.config.ts.
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' } as const;

export default defineConfig({
  main: {
    define,
    build: {
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: { input: { index: join(root, 'src/main/index.ts') }, output: commonJs },
    },
  },
  preload: {
    build: {
      target: 'node18',
      // A sandboxed preload can load nothing but Electron: it must be one file.
      externalizeDeps: false,
      rolldownOptions: { input: { index: join(root, 'src/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      // A font inlined as data: would be refused by the page's policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: { index: join(root, 'src/renderer/index.html') } },
    },
  },
});
