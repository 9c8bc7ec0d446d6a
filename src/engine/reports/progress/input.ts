import type { Bill } from '../../../shared/model/bill.ts';
import type { Cause, FindingChange, RecheckFailure } from '../../../shared/model/comparison.ts';
import type { ClosingVerdict } from '../../../shared/model/decision.ts';
import type { Severity } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import type { Track } from '../../../shared/model/recommendation.ts';
import type { System, SystemFields } from '../../../shared/model/records/system.ts';
import type { RuleDifference } from '../../../shared/model/rules.ts';
import type { Scores } from '../../../shared/model/score.ts';
import type { SystemVerdict } from '../../inventory/checks.ts';
import type { CoverageGap, ReportFinding, ReportInput, ReportSnapshot } from '../common/input.ts';
import type { ReportMaturity } from '../common/maturity.ts';

/** What became of a finding; what persists is counted and not listed. */
export const listedChanges = [
  'resolved',
  'no-longer-applicable',
  'regressed',
  'new',
  'not-rechecked',
] as const satisfies readonly FindingChange[];
export type ListedChange = (typeof listedChanges)[number];

/** Everything that a progress report says. `snapshot`, `gaps` and `savings` are those of the later side. */
export interface ProgressInput extends ReportInput {
  before: Side;
  after: Side;
  /** Findings that fail on both sides and are open: no decision has set them aside. */
  persisting: number;
  /** Findings that fail on the later side and that a decision took out of the open ones. */
  aside: Record<ClosingVerdict, Record<Severity, number>>;
  /** By state in the order of the list above, then severity, check and ARN. */
  changes: ReportChange[];
  /** Adopted actions that were closed between the two, by the day. */
  done: DoneAction[];
  /** Adopted actions that are open, in the order of the roadmap. */
  next: NextAction[];
  /** What was realised of the savings that the earlier side named; null: nothing was. */
  realised: {
    was: Micros;
    is: Micros;
    findings: number;
    advisory: Micros;
    byCheck: { checkId: string; findings: number; was: Micros; is: Micros }[];
    priceDate: { was: string; is: string };
    /** Savings that are not named any more because of other rules. */
    byRules: Micros;
    bill: Bill;
  } | null;
  /** Null: nobody answered; `before`: nobody had, or nobody kept it. */
  maturity: { before: ReportMaturity | null; after: ReportMaturity } | null;
  /** What runs outside of AWS, as people told it; null: on neither side there is anything. */
  systems: SystemsProgress | null;
  /** Gaps of coverage on one side only. */
  coverage: { closed: CoverageGap[]; opened: CoverageGap[] };
  rules: {
    differ: boolean;
    /** Null: an earlier version of Fieldbook did not keep them. */
    differences: RuleDifference[] | null;
    /** Scores of the earlier side by the rules of the later one; null where both went by the same. */
    sameRules: Scores | null;
  };
}

export interface Side {
  /** Name of the phase that a milestone closed; null: a snapshot by itself. */
  phase: string | null;
  /** When the milestone was closed, or the snapshot taken. */
  at: string;
  /** What was noted with the milestone. */
  note: string;
  snapshot: ReportSnapshot;
  scores: Scores;
  savings: { counted: Micros; advisory: Micros };
  open: Record<Severity, number>;
  unknown: number;
}

export interface ReportChange {
  change: ListedChange;
  cause: Cause;
  /** Why nobody can tell; only of what was not checked again. */
  failure: RecheckFailure | null;
  /** As it is where it fails now, as it was where it is over. */
  finding: ReportFinding;
}

export interface SystemsProgress {
  /** Null: nothing was kept of then, since only milestones keep the inventory. */
  before: SystemCounts | null;
  after: SystemCounts;
  /** Systems that came, went or are described otherwise, in this order, then by name. */
  changes: SystemChange[];
  /** Checks that have another verdict than then, by state in the order of the list above, then name and check. */
  verdicts: { change: ListedChange; name: string; verdict: SystemVerdict }[];
  /** Systems that fail something on the later side, by name, with what they fail. */
  open: { name: string; verdicts: readonly SystemVerdict[] }[];
}

/** How many there are, and how their checks fall. */
export type SystemCounts = Record<'systems' | SystemVerdict['status'], number>;

export interface SystemChange {
  change: 'added' | 'gone' | 'changed';
  name: string;
  kind: System['kind'];
  /** What is said otherwise; of those that changed alone. */
  fields: (keyof SystemFields)[];
}

export interface DoneAction {
  ref: string;
  title: string;
  track: Track;
  owner: string;
  /** ISO 8601 */
  closedAt: string;
  effort: number;
  /** What the later snapshot says of its findings; null where it cannot. */
  proof: 'resolved' | 'regressed' | 'open' | null;
}

export interface NextAction {
  ref: string;
  title: string;
  track: Track;
  horizon: 'now' | 'next' | 'later' | null;
  status: 'planned' | 'in-progress' | 'blocked' | 'done';
  owner: string;
  from: string | null;
  to: string | null;
  effort: number;
  findings: number;
  counted: Micros;
}
