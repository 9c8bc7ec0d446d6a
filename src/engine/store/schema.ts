import type { Generated } from 'kysely';

/** Columns that hold JSON are marked so; times are ISO 8601 in UTC; money is in micros. */
export interface EngagementSchema {
  engagement: {
    id: string;
    /** JSON: the model's Engagement */
    document: string;
    /** Makes hashes of secrets worthless outside this file */
    salt: string;
  };
  /** Tuned or switched-off checks. */
  check_setting: { check_id: string; parameters: string | null; off_reason: string | null };
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
    /** JSON: counts per check */
    summary: string;
  };
  rule: { id: Generated<number>; check_id: string };
  verdicts: { id: Generated<number>; judgement_id: number; rule_id: number; columns: Buffer };
  report: {
    uuid: string;
    snapshot_id: number;
    /** Digest of the rules that it was made with */
    rules: string;
    kind: string;
    language: string;
    made_at: string;
    file: string;
    pages: number;
    sha256: string;
  };
}

export type SnapshotState = 'running' | 'paused' | 'complete' | 'cancelled';
export type TaskState = 'pending' | 'done' | 'failed';

/** What is not a client's: kept beside all engagements. */
export interface WorkspaceSchema {
  preference: { name: string; value: string };
  recent: { path: string; client: string; opened_at: string };
}
