import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import { type DecisionScope, precedence } from '../../shared/model/decision.ts';
import type { Finding } from '../findings/read.ts';
import type { Session } from '../session.ts';
import type { Judged } from '../snapshot/list.ts';
import type { Texts } from '../texts.ts';
import { toldStep } from '../trail/page.ts';
import { sentences } from '../trail/sentences.ts';
import { decisionViewer, identityOf, pastDecisions, referenceOf } from './views.ts';

type Detail = z.input<Contract['findings']['get']['result']>;

/** Decisions that cover a finding, what became of them over time, and what was written beside it. */
export function detailOf(
  session: Session,
  judged: Judged,
  finding: Finding,
  texts: Texts,
): Pick<Detail, 'decisions' | 'decided' | 'comments'> {
  const { covered } = session.decided(judged);
  const covers = (scope: DecisionScope): boolean => {
    const found = covered(scope);
    return found instanceof Int32Array
      ? found.includes(finding.id)
      : found.some(([start, end]) => finding.id >= start && finding.id < end);
  };
  const say = sentences(session, texts);
  // A closed phase shows what was written until then.
  const { milestone } = judged;
  const inTime = (at: string) => !milestone || at <= milestone.at;
  const ref = referenceOf(identityOf(finding));
  return {
    decisions: session
      .documents('decision', judged)
      .filter(({ scope }) => covers(scope))
      .sort(precedence(session.dayOf(judged)))
      .map(decisionViewer(session, texts)),
    decided: pastDecisions(session, finding.resource.arn)
      .filter(({ scope, at }) => covers(scope) && inTime(at))
      .map(({ at, who, removed, document, step }) => {
        const told = toldStep(session.db, step);
        return {
          at,
          who,
          // A step may have decided of many; here it is told of this one.
          sentence: say(told.undone ? told : { ...told, document, records: 1 }),
          reason: removed ? null : document.reason,
        };
      }),
    comments: session.records
      .all('comment')
      .filter((comment) => referenceOf(comment.finding) === ref && inTime(comment.at)),
  };
}
