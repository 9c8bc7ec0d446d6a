import type { z } from 'zod';
import { answerRecord } from './answer.ts';
import { checklistRecord, targetRecord, templateRecord } from './checklist.ts';
import { commentRecord } from './comment.ts';
import { decisionRecord } from './decision.ts';
import { evidenceSchema } from './evidence.ts';
import { recommendationRecordSchema, roadmapRecordSchema } from './recommendation.ts';
import { systemSchema } from './system.ts';

/**
 * What people write into an engagement, by kind: each a document with an id (UUIDv7), kept as it is, with every change
 * in the journal. A kind is declared in a file of its own beside this one and listed here.
 */
export const recordKinds = {
  comment: commentRecord,
  decision: decisionRecord,
  recommendation: recommendationRecordSchema,
  roadmap: roadmapRecordSchema,
  evidence: evidenceSchema,
  system: systemSchema,
  checklist: checklistRecord,
  answer: answerRecord,
  template: templateRecord,
  'maturity-target': targetRecord,
} as const satisfies Record<string, z.ZodType<{ id: string }>>;

export type RecordKind = keyof typeof recordKinds;
export type RecordOf<K extends RecordKind> = z.output<(typeof recordKinds)[K]>;
