import { inForce } from '../../../shared/model/decision.ts';
import type { Decided } from '../../decisions/decided.ts';
import { scopeLabeller } from '../../decisions/views.ts';
import type { Session } from '../../session.ts';
import type { Texts } from '../../texts.ts';
import type { ReportDecision } from './input.ts';

/** Decisions that hold on the day of the report, by the number of a finding. */
export function decisionReader(
  session: Session,
  decided: Decided,
  texts: Texts,
): (finding: number) => ReportDecision | null {
  const label = scopeLabeller(session, texts);
  return (finding) => {
    const decision = decided.decisionOf(finding);
    if (!decision || !inForce(decision, decided.today)) return null;
    const { verdict, reason, owner, expires, decidedBy: by, decidedAt: at, scope } = decision;
    return { verdict, reason, owner, expires, by, at, scope: label(scope) };
  };
}
