import { expect } from 'playwright/test';

/** As patient as `patient` in vitest.config.ts: on two cores an engine that scans leaves a window little time. */
export const expectPage = expect.configure({ timeout: 15_000 });
