import type { Level } from '../../model/checklist.ts';
import type { ApplicabilityReason } from '../../model/records/answer.ts';
import type { Words } from '../words.ts';

/** An answer of the interviews at Acme Health; `otherwise` is why it is not what the scan proposes. */
export type Said<Text = Words> =
  | Level
  | [level: Level, note: Text]
  | { level: Level; otherwise: Text; note?: Text }
  | { choice: string; note?: Text; level?: Level; otherwise?: Text }
  | { number: number; note: Text }
  | { not: ApplicabilityReason; note?: Text }
  /** As the scan proposes; the level, where it proposes nothing. */
  | { take: Level };

/** By item, whose id begins with the checklist's. What is not here was left open. */
export type Interview = Readonly<Record<string, Said>>;
