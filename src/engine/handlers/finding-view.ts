import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Decided } from '../decisions/decided.ts';
import { stateAt } from '../decisions/decided.ts';
import type { Finding } from '../findings/read.ts';
import { reasonOf, titleOf } from '../findings/words.ts';
import type { Texts } from '../texts.ts';

type FindingView = z.input<Contract['findings']['page']['result']>['findings'][number];

/** A finding as windows and the terminal show it: with its sentence, and with what was decided of it where that is given. */
export function toFinding(finding: Finding, texts: Texts, decided?: Decided): FindingView {
  const { saving } = finding.verdict;
  return {
    id: finding.id,
    ref: finding.ref,
    check: finding.check.id,
    title: titleOf(finding.check.id, texts),
    aspect: finding.check.aspect,
    severity: finding.severity,
    status: finding.status,
    reason: reasonOf(finding, texts),
    resource: finding.resource,
    subKey: finding.subKey || null,
    saving: saving
      ? {
          monthly: saving.monthly,
          currency: saving.currency,
          counted: finding.counted,
          advisory: finding.counted ? null : (saving.advisory ?? 'exclusive'),
          basis: saving.basis,
          priceDate: saving.priceDate,
          effort: saving.effort,
          restart: saving.restart,
          confidence: saving.confidence,
        }
      : null,
    decision: decided ? decisionOf(finding.id, decided) : null,
  };
}

function decisionOf(number: number, decided: Decided): FindingView['decision'] {
  const decision = decided.decisionOf(number);
  if (!decision) return null;
  const { id, verdict, owner, expires } = decision;
  return { id, verdict, state: stateAt(decided, number), owner, expires };
}

export const toFindings = (findings: readonly Finding[], texts: Texts, decided?: Decided): FindingView[] =>
  findings.map((finding) => toFinding(finding, texts, decided));
