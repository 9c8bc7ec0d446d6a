import type { Mend } from '../../shared/model/outcome.ts';
import { type PolicyDocument, policiesFor } from '../aws/policy.ts';
import type { Gap } from './coverage.ts';

export interface MendGroup {
  mend: Mend;
  reads: number;
  accounts: { id: string; name: string; regions: string[]; reads: number }[];
  missing: { read: string; permission: string | null; reads: number }[];
  checks: string[];
  messages: string[];
  policies: PolicyDocument[];
}

/** Gaps by what would open them, the widest first. */
export function mendsOf(gaps: readonly Gap[], checksNeeding: (read: string) => string[]): MendGroup[] {
  return [...Map.groupBy(gaps, mendOf)]
    .map(([mend, own]) => groupOf(mend, own, checksNeeding))
    .sort((a, b) => b.reads - a.reads);
}

export function mendOf({ outcome, denial, read }: Gap): Mend {
  const entering = read === 'sts:AssumeRole';
  switch (outcome) {
    case 'denied':
      return entering ? 'role' : (denial ?? 'unsaid');
    case 'region-off':
      return 'region';
    case 'throttled':
      return 'scan-again';
    case 'skipped':
      // An account that is suspended, else a read that the scan did not come to.
      return entering ? 'account-closed' : 'scan-again';
    case 'expired':
      return 'sign-in';
    case 'unreachable':
      return 'network';
    default:
      return outcome;
  }
}

/** Who can be given a permission by a policy that allows it; against a denial from elsewhere none helps. */
const HELPED: ReadonlySet<Mend> = new Set([
  'identity-policy',
  'permissions-boundary',
  'session-policy',
  'unsaid',
]);
const MOST_MESSAGES = 5;

function groupOf(mend: Mend, gaps: readonly Gap[], checksNeeding: (read: string) => string[]): MendGroup {
  const sum = (some: readonly Gap[]) => some.reduce((total, gap) => total + gap.reads, 0);
  const permissions = new Set(gaps.flatMap((gap) => gap.permission ?? []));
  return {
    mend,
    reads: sum(gaps),
    accounts: [...Map.groupBy(gaps, (gap) => gap.account)].map(([id, own]) => ({
      id,
      name: own[0]!.accountName,
      regions: [...new Set(own.flatMap((gap) => gap.regions))].sort(),
      reads: sum(own),
    })),
    missing: [...Map.groupBy(gaps, (gap) => `${gap.read} ${gap.permission}`).values()].map((own) => ({
      read: own[0]!.read,
      permission: own[0]!.permission,
      reads: sum(own),
    })),
    checks: [...new Set(gaps.flatMap((gap) => checksNeeding(gap.read)))].sort(),
    messages: [...new Set(gaps.map((gap) => gap.message))].slice(0, MOST_MESSAGES),
    policies: HELPED.has(mend) && permissions.size > 0 ? policiesFor(permissions) : [],
  };
}
