import { answerRecord } from '../../shared/model/records/answer.ts';
import { checklistRecord, targetRecord } from '../../shared/model/records/checklist.ts';
import { cannot } from '../cannot.ts';
import { frozenRecords, milestones } from '../phases/milestones.ts';
import type { Session } from '../session.ts';
import { type MaturityReport, maturityOf } from './maturity.ts';

/** Answers, checklists and targets as they are now, or as they were when a phase was closed. */
export function standingOf({ db, records }: Pick<Session, 'db' | 'records'>, milestone?: string) {
  if (milestone === undefined)
    return {
      answers: records.all('answer'),
      checklists: records.all('checklist'),
      targets: records.all('maturity-target'),
    };
  if (!milestones(db).some(({ id }) => id === milestone))
    throw cannot('bad-input', 'phases.milestoneUnknown', { id: milestone });
  const frozen = (kind: string) => frozenRecords(db, milestone, kind);
  return {
    answers: frozen('answer').map((document) => answerRecord.parse(document)),
    checklists: frozen('checklist').map((document) => checklistRecord.parse(document)),
    targets: frozen('maturity-target').map((document) => targetRecord.parse(document)),
  };
}

/** Maturity now, or at a milestone. */
export function maturityAt(session: Pick<Session, 'db' | 'records'>, milestone?: string): MaturityReport {
  const { answers, checklists, targets } = standingOf(session, milestone);
  return maturityOf(answers, checklists, targets);
}
