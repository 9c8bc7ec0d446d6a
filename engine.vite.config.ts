import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The engine for the window: ES modules for Node 22 and later, its packages loaded from node_modules when first used. */
export default defineConfig({
  root,
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
        // Found by src/engine/reports/render.ts beside its own file: one flat folder.
        'report-worker': join(root, 'src/engine/reports/worker.ts'),
      },
      external: (id) =>
        !id.startsWith('.') &&
        !id.startsWith('/') &&
        !id.startsWith('\0') &&
        !id.startsWith('node:') &&
        !/^[a-z]:\\/i.test(id),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
