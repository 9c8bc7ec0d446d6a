import type { Migration } from '../migrate.ts';

/** The engagement file. A migration that has been released is never edited; the next one is added below it. */
export const engagementMigrations: readonly Migration[] = [
  {
    name: 'engagement, snapshots, findings',
    sql: `
CREATE TABLE engagement (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  salt TEXT NOT NULL
) STRICT;

CREATE TABLE check_setting (
  check_id TEXT PRIMARY KEY,
  parameters TEXT,
  off_reason TEXT
) STRICT;

-- Bodies of resources, sentences and evidence of verdicts: each kept once, whatever number of snapshots shows it.
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  aws_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE read (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE resource_type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE resource (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account,
  region TEXT NOT NULL,
  type_id INTEGER NOT NULL REFERENCES resource_type,
  arn TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (arn, type_id, account_id, region)
) STRICT;
CREATE INDEX resource_by_place ON resource (type_id, account_id, region);

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'complete', 'cancelled')),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  plan TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  paused TEXT
) STRICT;

CREATE TABLE snapshot_account (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES account,
  profile TEXT NOT NULL,
  role_arn TEXT,
  partition TEXT NOT NULL,
  regions TEXT NOT NULL,
  refused TEXT,
  PRIMARY KEY (snapshot_id, account_id)
) STRICT, WITHOUT ROWID;

-- What a read gave for a resource: the body from a listing, a facet's value from a facet. Pages of a list are rows.
CREATE TABLE snapshot_resource (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  resource_id INTEGER NOT NULL REFERENCES resource,
  read_id INTEGER NOT NULL REFERENCES read,
  page INTEGER NOT NULL,
  content_id INTEGER NOT NULL REFERENCES content,
  PRIMARY KEY (snapshot_id, resource_id, read_id, page)
) STRICT, WITHOUT ROWID;

-- The durable queue of reads, which is also the ledger of their outcomes.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES account,
  region TEXT NOT NULL,
  read_id INTEGER NOT NULL REFERENCES read,
  subjects TEXT,
  variant INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed')),
  token TEXT,
  page INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
-- Empty once a scan is done.
CREATE INDEX task_pending ON task (snapshot_id, id) WHERE state = 'pending';

CREATE TABLE operation (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- Every try of every call, for the client's own files. There are many, so the rows are kept small.
CREATE TABLE call_log (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  at INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  region TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation,
  outcome TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  ms INTEGER NOT NULL
) STRICT;

CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  rules TEXT NOT NULL,
  price_date TEXT NOT NULL,
  judged_at TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_by_snapshot ON judgement (snapshot_id);

CREATE TABLE rule (id INTEGER PRIMARY KEY, check_id TEXT NOT NULL UNIQUE) STRICT;

-- The verdicts of one check at one place, as columns: see src/engine/findings/verdicts.ts.
CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,
  judgement_id INTEGER NOT NULL REFERENCES judgement ON DELETE CASCADE,
  rule_id INTEGER NOT NULL REFERENCES rule,
  columns BLOB NOT NULL
) STRICT;
CREATE INDEX verdicts_by_judgement ON verdicts (judgement_id);

CREATE TABLE report (
  uuid TEXT PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  rules TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  made_at TEXT NOT NULL,
  file TEXT NOT NULL,
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
`,
  },
  {
    name: 'records and their journal',
    sql: `
-- What people write: answers, decisions, recommendations and so on, each a JSON document with an id.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Every change of a record; rows of one step were made together and are undone together.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  before TEXT,
  after TEXT,
  -- The step that this one takes back
  undoes TEXT
) STRICT;
CREATE INDEX journal_by_step ON journal (step);
CREATE INDEX journal_by_record ON journal (kind, record);
`,
  },
  {
    name: 'milestones',
    sql: `
-- A closed phase: the judgement it rests on is kept when the snapshot is judged again.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  phase TEXT NOT NULL UNIQUE,
  snapshot_id INTEGER REFERENCES snapshot,
  judgement_id INTEGER REFERENCES judgement,
  document TEXT NOT NULL
) STRICT;

-- Documents as they were; equal ones are stored once.
CREATE TABLE milestone_record (
  milestone_id INTEGER NOT NULL REFERENCES milestone ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  content_id INTEGER NOT NULL REFERENCES content,
  PRIMARY KEY (milestone_id, kind, id)
) STRICT, WITHOUT ROWID;
`,
  },
  {
    name: 'history of snapshots',
    sql: `
-- When somebody deleted it; it goes for good when the engagement is closed.
ALTER TABLE snapshot ADD COLUMN deleted_at TEXT;
-- Of the bodies that it was the first to bring; null when nobody counted them.
ALTER TABLE snapshot ADD COLUMN bytes INTEGER;
-- For pictures of a scan while it runs: answered from the index alone.
CREATE INDEX task_by_place ON task (snapshot_id, account_id, region, read_id, state);
`,
  },
  {
    name: 'named views of findings',
    sql: `
CREATE TABLE finding_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
) STRICT;
`,
  },
  {
    name: 'severity of a check as set in the engagement',
    sql: 'ALTER TABLE check_setting ADD COLUMN severity TEXT;',
  },
  {
    name: 'logo of the client',
    sql: `
CREATE TABLE client_logo (id INTEGER PRIMARY KEY CHECK (id = 1), media_type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
`,
  },
  {
    name: 'deliveries of reports',
    sql: `
CREATE TABLE report_delivery (
  uuid TEXT PRIMARY KEY,
  report TEXT NOT NULL REFERENCES report ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  delivered_on TEXT NOT NULL
) STRICT;
CREATE INDEX report_delivery_by_report ON report_delivery (report);
`,
  },
  {
    name: 'bytes of evidence',
    sql: `
-- Files by their content; without a hash: still on its way in.
CREATE TABLE blob (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, size INTEGER NOT NULL) STRICT;
CREATE TABLE blob_chunk (
  id INTEGER PRIMARY KEY,
  blob_id INTEGER NOT NULL REFERENCES blob ON DELETE CASCADE,
  -- Where in the file it begins
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (blob_id, position)
) STRICT;
`,
  },
  {
    name: 'rules kept with a judgement',
    sql: `
-- Checks with their versions, thresholds, severities, tag policy and price date; null when nobody kept them.
ALTER TABLE judgement ADD COLUMN kept_rules TEXT;
`,
  },
];
