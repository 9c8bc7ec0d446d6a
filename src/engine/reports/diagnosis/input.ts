import type { Aspect } from '../../../shared/model/aspect.ts';
import type { Effort } from '../../../shared/model/effort.ts';
import type { Engagement } from '../../../shared/model/engagement.ts';
import type { Severity, Status, Verdict } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import type { Denial, Outcome } from '../../../shared/model/outcome.ts';
import type { ResourceIdentity } from '../../../shared/model/resource.ts';
import type { Scores } from '../../../shared/model/score.ts';

/** Everything that a diagnosis says, as plain data: the same input gives the same bytes. */
export interface DiagnosisInput {
  engagement: Engagement;
  branding: Branding;
  /** Version of Fieldbook and a digest of the rules, printed in the method chapter. */
  tool: { version: string; rules: string };
  snapshot: {
    id: string;
    /** ISO 8601, UTC. */
    startedAt: string;
    finishedAt: string | null;
    accounts: ReportAccount[];
    /** Reads that were planned and those that succeeded. */
    reads: { planned: number; ok: number };
    calls: number;
  };
  scores: Scores;
  savings: {
    /** Sums of distinct resources: per resource the largest action only. */
    counted: Micros;
    advisory: Micros;
    priceDate: string;
    disclaimer: string;
  };
  /** One entry per check that was run, with how its verdicts fell. */
  checks: ReportCheck[];
  /** Every open finding: fail, unknown, manual. Sorted by severity, then saving, then check, then ARN. */
  findings: ReportFinding[];
  /** Every resource of the snapshot that is an asset, sorted by type, account, region, ARN. */
  resources: ResourceIdentity[];
  /** What could not be read, grouped. */
  gaps: CoverageGap[];
}

export interface Branding {
  /** CSS colour of headings and charts; null: Fieldbook's own. */
  accent: string | null;
  /** SVG text or a PNG/JPEG data URL; null: the name is set in type. */
  consultantLogo: string | null;
  clientLogo: string | null;
}

export interface ReportAccount {
  id: string;
  name: string;
  regions: string[];
  /** Why the account could not be entered at all, as the service said; null when it could. */
  refused: string | null;
}

export interface ReportCheck {
  id: string;
  version: number;
  aspect: Aspect;
  severity: Severity;
  effort: Effort;
  references: readonly string[];
  counts: Record<Status, number>;
  /** Saving that the totals count. */
  counted: Micros;
  advisory: Micros;
}

export interface ReportFinding {
  /** Short reference that is stable over snapshots, such as `FB-7K3Q-X2MA`. */
  ref: string;
  checkId: string;
  severity: Severity;
  resource: ResourceIdentity;
  verdict: Verdict;
  fix: { cli: string | null; terraform: string | null };
}

/** Reads of one operation in one account that did not succeed for one reason. */
export interface CoverageGap {
  account: string;
  accountName: string;
  /** Regions concerned, sorted. */
  regions: string[];
  read: string;
  outcome: Exclude<Outcome, 'ok'>;
  denial: Denial | null;
  permission: string | null;
  /** The service's own words, first of them. */
  message: string;
  reads: number;
  /** Checks that could not speak for want of it. */
  checks: string[];
}
