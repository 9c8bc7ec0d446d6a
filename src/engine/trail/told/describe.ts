import type { RecordKind, RecordOf } from '../../../shared/model/records/index.ts';
import type { Action } from '../../records/actions.ts';
import type { Session } from '../../session.ts';
import type { Texts } from '../../texts.ts';

/** The first record of a step: as it left it, or as it was where it was removed, and how it was before. */
export interface Step<K extends RecordKind> {
  document: RecordOf<K>;
  /** Null: the step made it. */
  before: RecordOf<K> | null;
  removed: boolean;
  records: number;
}

/** A key below the action's text, and values for it. Without a key, the text of the action itself. */
export interface Description {
  key?: string;
  values: Record<string, unknown>;
}

/** How the actions of one part are told. */
export type Descriptions<A extends Action, K extends RecordKind> = Record<A, (step: Step<K>) => Description>;

/** What describing takes. */
export interface Speaker {
  session: Session;
  texts: Texts;
}

/** Fields of a document that a step changed. */
export const changedFields = <T extends object>(before: T | null, after: T): (keyof T & string)[] =>
  (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]),
  );
