import type { Answer } from '../data/types.ts';

/** A report that was made, as the engine lists it. */
export type Report = Answer<'reports', 'list'>['reports'][number];
