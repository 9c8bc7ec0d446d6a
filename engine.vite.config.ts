import { join } from 'node:path';
import { defineConfig } from 'vite';
import { digestOfContract } from './src/engine/transport/contract-digest.ts';

const root = import.meta.dirname;
const define = { CONTRACT_DIGEST: JSON.stringify(digestOfContract()) };

/** Loaded from node_modules: an addon, and what is large and seldom needed. All else is built in: one file loads faster than hundreds. */
const apart = /^(better-sqlite3|@aws-sdk\/|@smithy\/|exceljs|pdfmake|@expo-google-fonts\/|pdfjs-dist)/;

/** The engine for the window: ES modules for Node 22 and later. */
export default defineConfig({
  root,
  define,
  ssr: { noExternal: true },
  publicDir: false,
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'out/engine',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        process: join(root, 'src/engine/process.ts'),
        // Found by reports/render.ts and store/maintenance.ts beside their own files: one flat folder.
        'report-worker': join(root, 'src/engine/reports/worker.ts'),
        'maintenance-worker': join(root, 'src/engine/store/maintenance-worker.ts'),
      },
      external: apart,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
