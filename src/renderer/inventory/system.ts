import type { Answer } from '../data/types.ts';

/** A system with its verdicts and its neighbours. */
export type Whole = Answer<'inventory', 'get'>;
