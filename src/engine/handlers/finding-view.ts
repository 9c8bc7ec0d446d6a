import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Finding } from '../findings/read.ts';
import { reasonOf, titleOf } from '../findings/words.ts';
import type { Texts } from '../texts.ts';

type FindingView = z.input<Contract['findings']['page']['result']>['findings'][number];

/** A finding as windows and the terminal show it: with its sentence. */
export function toFinding(finding: Finding, texts: Texts): FindingView {
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
  };
}

export const toFindings = (findings: readonly Finding[], texts: Texts): FindingView[] =>
  findings.map((finding) => toFinding(finding, texts));
