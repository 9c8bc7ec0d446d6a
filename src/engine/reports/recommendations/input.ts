import type { Aspect } from '../../../shared/model/aspect.ts';
import type { Severity } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import type { Kind, RecommendationWords, Track } from '../../../shared/model/recommendation.ts';
import type { Scores } from '../../../shared/model/score.ts';
import type { AcceptanceResult } from '../../recommendations/acceptance.ts';
import type { Warning } from '../../recommendations/plan.ts';
import type { ReportFinding, ReportInput } from '../common/input.ts';
import type { HasMaturity } from '../common/maturity.ts';

/** Everything that a recommendation report says. */
export interface RecommendationsInput extends ReportInput, HasMaturity {
  /** What was adopted; where nothing was yet, what the library proposes, in the order of its ranking. */
  origin: 'adopted' | 'proposed';
  scores: Scores;
  /** Findings that fail, by severity. */
  open: Record<Severity, number>;
  unknown: number;
  /** Checks that fail, the worst first. */
  worst: WorstCheck[];
  /** By horizon and place on the roadmap, then by rank. */
  actions: ReportAction[];
  /** Person-days a month; null: nobody has said. */
  capacity: number | null;
  /** Person-days by month, YYYY-MM, of what has dates. */
  months: { month: string; booked: number; over: boolean }[];
  /** What the library proposes besides, by rank. */
  proposed: { title: string; severity: Severity | null; findings: number; effort: number; counted: Micros }[];
  dismissed: { title: string; reason: string }[];
  /** Findings that fail and that no action is for. */
  uncovered: number;
  /** Questions of the checklists that count most and that nobody has answered. */
  unanswered: { id: string; question: string; why: string }[];
}

export interface WorstCheck {
  checkId: string;
  severity: Severity;
  aspect: Aspect;
  findings: number;
  counted: Micros;
}

/** In this order on the roadmap; null: it waits to be planned. */
export const reportHorizons = ['done', 'now', 'next', 'later', null] as const;
export type ReportHorizon = (typeof reportHorizons)[number];

export interface ReportAction {
  /** Of this report, such as `A-07`: its place in the order. */
  ref: string;
  /** Id of its text in the library; null for one that was written by hand. */
  library: string | null;
  track: Track;
  kind: Kind;
  words: Omit<RecommendationWords, 'acceptance'>;
  acceptance: { text: string; result: AcceptanceResult; unread: number }[];
  /** The worst of its findings; null when none fails. */
  severity: Severity | null;
  /** Person-days. */
  effort: number;
  restart: boolean;
  impact: Partial<Record<Aspect, number>>;
  counted: Micros;
  advisory: Micros;
  resources: number;
  /** References of actions that go before it. */
  after: string[];
  /** What it needs first and is not planned, perhaps not even adopted, or begins later; by title. */
  warnings: { kind: Warning['kind']; title: string }[];
  code: { terraform: string | null; cli: string | null };
  references: readonly string[];
  horizon: ReportHorizon;
  status: 'planned' | 'in-progress' | 'blocked' | 'done';
  owner: string;
  /** YYYY-MM-DD, both inclusive. */
  from: string | null;
  to: string | null;
  /** Where the engagement stands when this and all before it are done; savings that are reached by then. */
  standing: { score: number | null; counted: Micros };
  /** What people said that calls for it: systems outside AWS with what fails of them, and questions by their text. */
  said: { systems: { name: string; reasons: string[] }[]; questions: string[] };
  /** Failing findings that it resolves. */
  concerned: ReportFinding[];
}

/** As its own block names it, and nothing else in the report does: by that the block is found in the finished PDF. */
export const blockRef = (ref: string, actions: readonly unknown[]): string => `${ref} / ${actions.length}`;
