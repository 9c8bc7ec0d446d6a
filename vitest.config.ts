import { defineConfig } from 'vitest/config';

const project = (name: string, options: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

/** An engine that scans answers late on a small machine. */
const patient = { expect: { poll: { timeout: 15_000 } } };

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('integration', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('desktop', { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false, ...patient }),
      project('packed', { testTimeout: 180_000, hookTimeout: 120_000, fileParallelism: false }),
      project('emulators', {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        ...patient,
      }),
    ],
  },
});
