import { severities } from '../../../shared/model/finding.ts';
import type { Finding } from '../../findings/read.ts';
import type { ReportDecision, ReportFinding } from './input.ts';

/** A finding as reports print it, without code that mends it. */
export function reportFinding(finding: Finding, decision: ReportDecision | null): ReportFinding {
  const { reads: _, ...verdict } = finding.verdict;
  return {
    ref: finding.ref,
    checkId: finding.check.id,
    severity: finding.severity,
    resource: finding.resource,
    verdict: {
      ...verdict,
      status: finding.status,
      ...(finding.subKey && { subKey: finding.subKey }),
      // What another action on the same resource excludes is shown and not summed.
      ...(verdict.saving &&
        !finding.counted &&
        verdict.saving.kind === 'counted' && {
          saving: { ...verdict.saving, kind: 'advisory' as const, advisory: 'exclusive' as const },
        }),
    },
    fix: { cli: null, terraform: null },
    decision,
  };
}

export const worstFirst = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (b.verdict.saving?.monthly ?? 0) - (a.verdict.saving?.monthly ?? 0) ||
  compare(a.check.id, b.check.id) ||
  compare(a.resource.arn, b.resource.arn) ||
  compare(a.subKey, b.subKey);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
