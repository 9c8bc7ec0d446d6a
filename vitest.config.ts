import { defineConfig } from 'vitest/config';

const project = (name: string, options: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

/** An engine that scans answers late on a small machine. */
const patient = { expect: { poll: { timeout: 15_000 } } };

/** Tests that look into the main process or answer for the system; the fuses of a packed program keep them out. */
const insideMain = [
  'evidence',
  'files',
  'findings',
  'first-run',
  'keyboard',
  'open',
  'page',
  'reports',
  'templates',
  'unwritable',
  'utility',
  'windows',
].map((name) => `test/desktop/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      // One process for many files: starting one for each took six minutes of seven.
      project('unit', { isolate: false, exclude: ['test/unit/main/**'] }),
      // What stands in for Electron stays in its own file.
      project('main', { include: ['test/unit/main/**/*.test.ts'] }),
      project('integration', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('desktop', { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false, ...patient }),
      project('packed', {
        include: ['test/packed/**/*.test.ts', 'test/desktop/*.test.ts'],
        exclude: insideMain,
        testTimeout: 180_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        ...patient,
      }),
      project('emulators', {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        ...patient,
      }),
    ],
  },
});
