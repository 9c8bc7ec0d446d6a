import type { Answer } from '../data/types.ts';

/** A piece with what its links are called. */
export type Whole = Answer<'evidence', 'get'>;
