import type { TagPolicy } from '../../src/shared/model/engagement.ts';

/** The tag policy that the sample client has agreed to; the demo uses the same. */
export const sampleTagPolicy: TagPolicy = {
  required: [
    { key: 'owner', values: [] },
    { key: 'env', values: ['production', 'staging', 'shared', 'data', 'sandbox'] },
    { key: 'data-class', values: ['public', 'internal', 'phi'] },
  ],
};
