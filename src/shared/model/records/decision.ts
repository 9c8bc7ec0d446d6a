import { decisionSchema } from '../decision.ts';

/** Decisions on findings, one for each scope. */
export const decisionRecord = decisionSchema;
