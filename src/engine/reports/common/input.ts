import type { TitleFont } from '../../../shared/model/branding.ts';
import { closes, type DecisionVerdict } from '../../../shared/model/decision.ts';
import type { Engagement } from '../../../shared/model/engagement.ts';
import type { Severity, Verdict } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import type { Denial, Outcome } from '../../../shared/model/outcome.ts';
import type { ResourceIdentity } from '../../../shared/model/resource.ts';

/** What every report has, as plain data: the same input gives the same bytes. */
export interface ReportInput {
  engagement: Engagement;
  branding: Branding;
  /** Version of Fieldbook and a digest of the rules, printed in the method chapter. */
  tool: { version: string; rules: string };
  /** What the report rests on; of several, the newest. */
  snapshot: ReportSnapshot;
  /** What could not be read, grouped. */
  gaps: CoverageGap[];
  savings: {
    /** Sums of distinct resources: per resource the largest action only. */
    counted: Micros;
    advisory: Micros;
    /** Of findings that were accepted or called false; in neither of the two. */
    aside: Micros;
    priceDate: string;
  };
}

export interface ReportSnapshot {
  id: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  finishedAt: string | null;
  accounts: ReportAccount[];
  /** Reads that were planned and those that succeeded. */
  reads: { planned: number; ok: number };
  calls: number;
}

export interface Branding {
  /** The firm of the consultant; null: the engagement's consultant stands alone. */
  name: string | null;
  titleFont: TitleFont;
  /** A line beside the page numbers; may be empty. */
  footer: string;
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

export interface ReportFinding {
  /** Short reference that is stable over snapshots, such as `FB-7K3Q-X2MA`. */
  ref: string;
  checkId: string;
  severity: Severity;
  resource: ResourceIdentity;
  verdict: Verdict;
  fix: { cli: string | null; terraform: string | null };
  /** What was decided of it, as it holds on the day of the report; null: nothing. */
  decision: ReportDecision | null;
}

export interface ReportDecision {
  verdict: DecisionVerdict;
  reason: string;
  owner: string;
  /** Last day on which it holds; null: until it is lifted. */
  expires: string | null;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  /** What it is about, in words. */
  scope: string;
}

/** It fails, and nobody has accepted it or called it false. */
export const isOpen = ({ verdict, decision }: Pick<ReportFinding, 'verdict' | 'decision'>): boolean =>
  verdict.status === 'fail' && !isAside({ verdict, decision });

/** Somebody has accepted it or called it false: it is listed apart, and is in no total. */
export const isAside = ({ decision }: Pick<ReportFinding, 'verdict' | 'decision'>): boolean =>
  decision !== null && closes(decision.verdict);

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
