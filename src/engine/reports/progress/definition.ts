import type { ReportDefinition } from '../common/definition.ts';
import { progressDocument } from './document.ts';
import { gatherProgress } from './gather.ts';
import type { ProgressInput } from './input.ts';
import { preflight } from './preflight.ts';

/** What was done and gained from one phase to another, and what was not. */
export const progress: ReportDefinition<ProgressInput> = {
  gather: gatherProgress,
  preflight,
  document: progressDocument,
  identifiers: ({ changes, done, next }) => ({
    actions: [...done, ...next].map(({ ref }) => ref),
    findings: changes.map(({ finding }) => finding.ref),
  }),
};
