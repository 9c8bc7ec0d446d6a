import type { Answer } from '../data/types.ts';

/** A step of the audit trail. */
export type Entry = Answer<'trail', 'page'>['entries'][number];
