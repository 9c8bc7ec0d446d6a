import type { Answer } from '../../data/types.ts';

export type ResourceData = Answer<'resources', 'get'>;
