import type { Generated } from 'kysely';
import type { Language } from '../../shared/model/languages.ts';
import type { ReportKind } from '../../shared/model/report.ts';

/** Columns that hold JSON are marked so; times are ISO 8601 in UTC; money is in micros. */
export interface EngagementSchema {
  engagement: {
    id: string;
    /** JSON: the model's Engagement */
    document: string;
    /** Makes hashes of secrets worthless outside this file */
    salt: string;
  };
  /** Checks that are tuned or switched off. */
  check_setting: {
    check_id: string;
    /** JSON: thresholds by name */
    parameters: string | null;
    off_reason: string | null;
    /** In place of the check's own */
    severity: string | null;
  };
  /** A named way to look at findings; `document` is JSON: the model's FindingView. */
  finding_view: { id: string; name: string; document: string };
  content: { id: Generated<number>; hash: Buffer; body: string };
  account: { id: Generated<number>; aws_id: string; name: string };
  read: { id: Generated<number>; name: string };
  resource_type: { id: Generated<number>; name: string };
  resource: {
    id: Generated<number>;
    account_id: number;
    region: string;
    type_id: number;
    arn: string;
    name: string;
  };
  snapshot: {
    id: Generated<number>;
    uuid: string;
    state: SnapshotState;
    started_at: string;
    finished_at: string | null;
    /** JSON: what was asked for */
    plan: string;
    note: string;
    /** JSON: why a paused scan waits */
    paused: string | null;
    /** When somebody deleted it; it goes for good when the engagement is closed */
    deleted_at: string | null;
    /** Of the bodies that it was the first to bring; null when nobody counted them */
    bytes: number | null;
  };
  snapshot_account: {
    snapshot_id: number;
    account_id: number;
    profile: string;
    role_arn: string | null;
    partition: string;
    /** JSON: regions in scope */
    regions: string;
    /** JSON ReadFailure: why the account could not be entered */
    refused: string | null;
  };
  snapshot_resource: {
    snapshot_id: number;
    resource_id: number;
    read_id: number;
    page: number;
    content_id: number;
  };
  task: {
    id: Generated<number>;
    snapshot_id: number;
    account_id: number;
    region: string;
    read_id: number;
    /** JSON: ids of the resources that the call is about */
    subjects: string | null;
    /** Which of several inputs */
    variant: number;
    state: TaskState;
    /** Where the next page starts */
    token: string | null;
    page: number;
    items: number;
    /** JSON ReadFailure */
    failure: string | null;
  };
  operation: { id: Generated<number>; name: string };
  call_log: {
    id: Generated<number>;
    snapshot_id: number;
    /** Milliseconds since 1970, UTC */
    at: number;
    account_id: number;
    region: string;
    operation_id: number;
    outcome: string;
    attempt: number;
    ms: number;
  };
  judgement: {
    id: Generated<number>;
    uuid: string;
    snapshot_id: number;
    /** Digest of the rules, their thresholds and the price pack */
    rules: string;
    price_date: string;
    judged_at: string;
    /** JSON: the model's KeptRules; null: judged before they were kept */
    kept_rules: string | null;
    /** JSON: counts per check */
    summary: string;
  };
  rule: { id: Generated<number>; check_id: string };
  verdicts: { id: Generated<number>; judgement_id: number; rule_id: number; columns: Buffer };
  /** JSON documents that people write, by kind and id. */
  record: { kind: string; id: string; document: string };
  journal: {
    id: Generated<number>;
    step: string;
    at: string;
    who: string;
    /** The action, such as `answer.save` */
    what: string;
    kind: string;
    record: string;
    /** JSON document; null: there was none */
    before: string | null;
    /** JSON document; null: it was removed */
    after: string | null;
    undoes: string | null;
  };
  milestone: {
    id: Generated<number>;
    uuid: string;
    phase: string;
    snapshot_id: number | null;
    judgement_id: number | null;
    /** JSON Milestone */
    document: string;
  };
  milestone_record: { milestone_id: number; kind: string; id: string; content_id: number };
  report: {
    uuid: string;
    snapshot_id: number;
    /** Digest of the rules that it was made with */
    rules: string;
    kind: ReportKind;
    language: Language;
    made_at: string;
    file: string;
    pages: number;
    sha256: string;
  };
  /** To whom a report was handed; the day is a calendar date */
  report_delivery: { uuid: string; report: string; recipient: string; delivered_on: string };
  /** One row at most */
  client_logo: LogoRow;
  /** A file by its content; without a hash it is still on its way in. */
  blob: { id: Generated<number>; sha256: string | null; size: number };
  blob_chunk: { id: Generated<number>; blob_id: number; position: number; bytes: Buffer };
}

export interface LogoRow {
  id: 1;
  media_type: string;
  bytes: Buffer;
}

export type SnapshotState = 'running' | 'paused' | 'complete' | 'cancelled';
export type TaskState = 'pending' | 'done' | 'failed';

/** What is not a client's: kept beside all engagements. */
export interface WorkspaceSchema {
  /** value: JSON, by a schema of its own for each name */
  preference: { name: string; value: string };
  /** One row at most */
  logo: LogoRow;
  recent: { path: string; engagement_id: string | null; client: string; opened_at: string };
  /** When somebody at this machine last looked at an engagement, and the newest judged snapshot there was. */
  visit: { engagement_id: string; at: string; snapshot: string | null };
}
