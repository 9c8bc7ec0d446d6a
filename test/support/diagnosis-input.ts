import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from '../../src/engine/checks/check.ts';
import { checks as registry } from '../../src/engine/checks/index.ts';
import { findingReference } from '../../src/engine/findings/reference.ts';
import { scoresOf } from '../../src/engine/findings/score.ts';
import type { CoverageGap, ReportAccount, ReportFinding } from '../../src/engine/reports/common/input.ts';
import type { DiagnosisInput, ReportCheck } from '../../src/engine/reports/diagnosis/input.ts';
import { reportSystems } from '../../src/engine/reports/diagnosis/systems.ts';
import { loadTexts, textsOf } from '../../src/engine/texts.ts';
import {
  type ReasonParameters,
  type Status,
  severities,
  type Verdict,
} from '../../src/shared/model/finding.ts';
import type { Language } from '../../src/shared/model/languages.ts';
import type { Saving } from '../../src/shared/model/money.ts';
import { systemSchema } from '../../src/shared/model/records/system.ts';
import type { ResourceIdentity } from '../../src/shared/model/resource.ts';
import { reportMaturity } from './maturity.ts';

/**
 * A diagnosis of an invented health company with five accounts, over the checks that exist: real titles, reasons
 * and commands with made-up values. The same options give the same input.
 */
export function diagnosisInput(
  options: { findings?: number; language?: Language; seed?: number } = {},
): DiagnosisInput {
  const { findings: wanted = 300, language = 'en', seed = 7 } = options;
  const dice = diceOf(seed);
  const texts = textsOf(language);
  const usable = registry.filter((check) => texts.has(`checks.${check.id}.title`));
  const perCheck = shares(usable, wanted, dice);
  const resources = new Map<string, ResourceIdentity>();
  const findings: ReportFinding[] = [];
  const checks: ReportCheck[] = [];
  for (const [index, check] of usable.entries()) {
    const counts: Record<Status, number> = { fail: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0 };
    let counted = 0;
    let advisory = 0;
    const open = perCheck[index]!;
    for (let n = 0; n < open; n++) {
      const status: Status = dice() < 0.06 ? 'unknown' : dice() < 0.02 ? 'manual' : 'fail';
      const resource = resourceOf(check.on[0]!.type, `${check.id}-${n}`, dice);
      const verdict = verdictOf(check, status, resource, dice);
      counts[status] += 1;
      if (verdict.saving?.kind === 'counted') counted += verdict.saving.monthly;
      if (verdict.saving?.kind === 'advisory') advisory += verdict.saving.monthly;
      resources.set(resource.arn, resource);
      findings.push({
        ref: findingReference(check.id, resource.type, resource.arn, ''),
        checkId: check.id,
        severity: check.severity,
        resource,
        verdict,
        fix: status === 'fail' && n < 3 ? fixOf(check, resource) : { cli: null, terraform: null },
        decision: null,
      });
    }
    counts.pass = Math.floor(dice() * (open + 8));
    counts['not-applicable'] = Math.floor(dice() * 5);
    for (let n = 0; n < Math.min(counts.pass, 20); n++) {
      const resource = resourceOf(check.on[0]!.type, `${check.id}-pass-${n}`, dice);
      resources.set(resource.arn, resource);
    }
    const { id, version, aspect, severity, effort, references } = check;
    checks.push({ id, version, aspect, severity, effort, references, counts, counted, advisory });
  }
  const sum = (of: (check: ReportCheck) => number) => checks.reduce((total, check) => total + of(check), 0);
  return {
    engagement: {
      id: '0192f5a0-0000-7000-8000-000000000001',
      client: 'Acme Health',
      consultant: 'Northwind DevOps',
      scope:
        language === 'es'
          ? 'Evaluación de la nube, fase 1: cinco cuentas de AWS que sirven el portal de pacientes, el laboratorio y el archivo de imágenes.'
          : 'Cloud assessment, phase 1: five AWS accounts that serve the patient portal, the laboratory and the imaging archive.',
      language,
      currency: 'USD',
      tagPolicy: { required: [{ key: 'Owner', values: [] }] },
      people: [],
      sample: false,
      phases: [],
      createdAt: '2026-11-02T08:00:00.000Z',
    },
    branding: {
      name: null,
      titleFont: 'inter',
      footer: '',
      accent: null,
      consultantLogo: null,
      clientLogo: null,
    },
    tool: { version: '0.1.0', rules: 'sha256:9f2c41d07a5be83166a2f0c4d9b1e7735f4a8c20d6e1b39c' },
    snapshot: {
      id: '0192f5a0-0000-7000-8000-00000000c0de',
      startedAt: '2026-11-14T08:00:12.000Z',
      finishedAt: '2026-11-14T08:41:55.000Z',
      accounts,
      reads: { planned: 4991, ok: 4812 },
      calls: 18_204,
    },
    scores: scoresOf(
      checks.map(({ aspect, severity, counts }) => ({
        aspect,
        severity,
        pass: counts.pass,
        fail: counts.fail,
        unknown: counts.unknown,
      })),
    ),
    savings: {
      counted: sum((check) => check.counted),
      advisory: sum((check) => check.advisory),
      aside: 0,
      priceDate: '2026-11-01',
    },
    checks,
    findings: findings.sort(asReported),
    resources: [...resources.values()].sort(
      (a, b) =>
        compare(a.type, b.type) ||
        compare(a.account, b.account) ||
        compare(a.region, b.region) ||
        compare(a.arn, b.arn),
    ),
    systems: reportSystems(systemsOf(language), '2026-11-14'),
    gaps: gapsOf(checks),
    maturity: reportMaturity(language),
  };
}

/** A reading of nothing: no account answered, nothing was found. */
export function emptyInput(language: Language = 'en'): DiagnosisInput {
  const input = diagnosisInput({ findings: 0, language });
  const none = { score: null, confidence: 0, pass: 0, fail: 0, unknown: 0 };
  return {
    ...input,
    snapshot: { ...input.snapshot, accounts: [], reads: { planned: 0, ok: 0 }, calls: 0 },
    scores: { overall: none, aspects: input.scores.aspects.map(({ aspect }) => ({ aspect, ...none })) },
    savings: { ...input.savings, counted: 0, advisory: 0 },
    checks: [],
    findings: [],
    resources: [],
    systems: [],
    gaps: [],
    maturity: null,
  };
}

/** Three systems outside of AWS: one with much wrong, one of which little is known, one in order. */
export const systemsOf = (language: Language) =>
  [
    {
      id: 'laboratory',
      name: language === 'es' ? 'Sistema del laboratorio' : 'Laboratory system',
      kind: 'data-centre',
      owner: '',
      criticality: 'critical',
      dataClass: 'regulated',
      agreement: '',
      location: 'Aurora',
      signIn: 'shared-accounts',
      backup: '',
      lifecycle: 'to-be-replaced',
      contractEnd: '2027-03-31',
      supportEnd: '2026-01-31',
      dependsOn: [{ kind: 'aws', name: 'arn:aws:s3:::acme-laboratory-orders' }],
    },
    { id: 'payroll', name: 'PeopleDesk', kind: 'saas' },
    {
      id: 'directory',
      name: 'Microsoft 365',
      kind: 'saas',
      owner: 'Marta Olsen',
      criticality: 'high',
      dataClass: 'internal',
      signIn: 'directory',
      backup: 'Daily',
      lifecycle: 'in-use',
      contractEnd: '2029-11-30',
      supportEnd: '2030-12-31',
      dependsOn: [{ kind: 'system', id: 'laboratory' }],
    },
  ].map((system) => systemSchema.parse(system));

const accounts: ReportAccount[] = [
  {
    id: '111122223333',
    name: 'acme-prod',
    regions: ['global', 'us-east-1', 'us-west-2', 'sa-east-1'],
    refused: null,
  },
  { id: '222233334444', name: 'acme-data', regions: ['global', 'us-east-1', 'us-west-2'], refused: null },
  { id: '333344445555', name: 'acme-staging', regions: ['global', 'us-east-1'], refused: null },
  { id: '444455556666', name: 'acme-security', regions: ['global', 'us-east-1', 'eu-west-1'], refused: null },
  {
    id: '555566667777',
    name: 'acme-sandbox',
    regions: [],
    refused:
      'User: arn:aws:sts::111122223333:assumed-role/Audit/fieldbook is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::555566667777:role/FieldbookAudit',
  },
];

function gapsOf(checks: readonly ReportCheck[]): CoverageGap[] {
  const some = (count: number, from: number) => checks.slice(from, from + count).map((check) => check.id);
  return [
    {
      account: '222233334444',
      accountName: 'acme-data',
      regions: ['global'],
      read: 's3:GetBucketPolicy',
      outcome: 'denied',
      denial: 'resource-policy',
      permission: 's3:GetBucketPolicy',
      message: 'Access Denied because of an explicit deny in the bucket policy.',
      reads: 6,
      checks: some(2, 0),
    },
    {
      account: '111122223333',
      accountName: 'acme-prod',
      regions: ['us-east-1', 'us-west-2', 'sa-east-1'],
      read: 'kms:ListKeys',
      outcome: 'denied',
      denial: 'identity-policy',
      permission: 'kms:ListKeys',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/FieldbookAudit/fieldbook is not authorized to perform: kms:ListKeys because no identity-based policy allows the kms:ListKeys action',
      reads: 3,
      checks: some(4, 2),
    },
    {
      account: '222233334444',
      accountName: 'acme-data',
      regions: ['us-east-1'],
      read: 'rds:DescribeDBClusters',
      outcome: 'denied',
      denial: 'service-control-policy',
      permission: 'rds:DescribeDBClusters',
      message: 'not authorized with an explicit deny in a service control policy: p-9k2m',
      reads: 1,
      checks: some(3, 6),
    },
    {
      account: '333344445555',
      accountName: 'acme-staging',
      regions: [
        'ap-east-1',
        'eu-south-1',
        'me-central-1',
        'me-south-1',
        'af-south-1',
        'il-central-1',
        'mx-central-1',
      ],
      read: 'ec2:DescribeInstances',
      outcome: 'region-off',
      denial: null,
      permission: null,
      message: '',
      reads: 164,
      checks: [],
    },
    {
      account: '111122223333',
      accountName: 'acme-prod',
      regions: ['us-east-1'],
      read: 'logs:DescribeLogGroups',
      outcome: 'sampled',
      denial: null,
      permission: null,
      message: 'newest 5,000 of 21,730',
      reads: 1,
      checks: some(1, 9),
    },
    {
      account: '444455556666',
      accountName: 'acme-security',
      regions: ['eu-west-1'],
      read: 'cloudwatch:GetMetricData',
      outcome: 'throttled',
      denial: null,
      permission: null,
      message: 'Rate exceeded',
      reads: 4,
      checks: some(2, 10),
    },
  ];
}

const products = [
  'patient-portal',
  'lab-results',
  'ehr-sync',
  'imaging-archive',
  'claims',
  'telehealth',
  'scheduling',
  'pharmacy',
  'billing',
  'consent',
];
const roles = ['api', 'worker', 'db', 'cache', 'web', 'etl', 'batch', 'queue'];

function resourceOf(type: string, key: string, dice: Dice): ResourceIdentity {
  const account = dice.pick(accounts.filter((one) => one.refused === null));
  const [, service = 'x', kind = 'y'] = type.split('::');
  const isGlobal = ['IAM', 'Organizations'].includes(service);
  const region = isGlobal ? 'global' : dice.pick(account.regions.filter((one) => one !== 'global'));
  const hex = hash(key).toString(16).padStart(8, '0') + hash(`${key}.`).toString(16).padStart(8, '0');
  const name = `${dice.pick(products)}-${dice.pick(roles)}-${hex.slice(0, 3)}`;
  const noun = kind.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const isS3 = service === 'S3';
  return {
    account: account.id,
    region,
    type,
    arn: isS3
      ? `arn:aws:s3:::acme-${name}-${hex}`
      : `arn:aws:${service.toLowerCase()}:${isGlobal ? '' : region}:${account.id}:${noun}/${noun.slice(0, 3)}-0${hex}`,
    name: isS3 ? `acme-${name}-${hex}` : name,
  };
}

function verdictOf(check: Check, status: Status, resource: ResourceIdentity, dice: Dice): Verdict {
  if (status === 'unknown') {
    const read = check.reads[0]!;
    return {
      status,
      reason: 'unread',
      parameters: { read: read.id, outcome: 'denied' },
      missing: [{ read: read.id, outcome: 'denied', permission: read.iam[0]! }],
    };
  }
  const reason = dice.pick(failReasons(check.id));
  return {
    status,
    reason,
    parameters: parametersOf(check.id, reason, resource, dice),
    ...(check.aspect === 'cost-optimization' && dice() < 0.85 && { saving: savingOf(check, dice) }),
  };
}

function savingOf(check: Check, dice: Dice): Saving {
  const advisory = dice() < 0.2;
  return {
    monthly: Math.round(dice() ** 3 * 90_000) * 10_000 + 1_230_000,
    currency: 'USD',
    kind: advisory ? 'advisory' : 'counted',
    ...(advisory && { advisory: dice() < 0.7 ? ('commitments-not-read' as const) : ('exclusive' as const) }),
    basis: `${Math.ceil(dice() * 2000)} GiB at 0.10 against 0.08`,
    priceDate: '2026-11-01',
    effort: check.effort,
    restart: dice() < 0.2,
    confidence: 'high',
    action: 'migrate',
  };
}

const checksFolder = fileURLToPath(new URL('../../src/engine/checks', import.meta.url));
const sources = new Map(
  globSync(`${checksFolder}/*/*.ts`).map((file) => [basename(file, '.ts'), readFileSync(file, 'utf8')]),
);

/** As they are written, with their placeholders. */
const reasonTexts = loadTexts('en').checks as Record<string, { reasons: Record<string, string> }>;

/** The reasons that a check's own source passes to `fail`, else all that have a text. */
function failReasons(id: string): string[] {
  const all = Object.keys(reasonTexts[id]!.reasons);
  const failing = [...(sources.get(id) ?? '').matchAll(/\bfail\(\s*'([a-z0-9-]+)'/g)]
    .map(([, reason]) => reason!)
    .filter((reason) => all.includes(reason));
  return failing.length > 0 ? failing : all;
}

/** Values for the placeholders of a reason, after their names and formats. */
function parametersOf(id: string, reason: string, resource: ResourceIdentity, dice: Dice): ReasonParameters {
  const text = reasonTexts[id]!.reasons[reason]!;
  return Object.fromEntries(
    [...text.matchAll(/\{\{\s*(\w+)\s*(?:,\s*(\w+))?[^}]*\}\}/g)].map(([, name, format]) => {
      if (format === 'money') return [name!, Math.round(dice() * 400) * 1_000_000];
      if (format === 'number') return [name!, Math.ceil(dice() * 900)];
      if (format === 'date') return [name!, '2026-03-09T00:00:00.000Z'];
      if (format === 'list') return [name!, [`${resource.name}-a`, `${resource.name}-b`]];
      return [name!, known[name!] ?? (name === 'region' ? resource.region : resource.name)];
    }),
  );
}

const known: Record<string, string> = {
  type: 'm5.2xlarge',
  state: 'available',
  engine: 'postgres',
  version: '13.4',
  runtime: 'nodejs16.x',
  port: '5432',
  ports: '5432',
  cidr: '0.0.0.0/0',
};

function fixOf(check: Check, resource: ResourceIdentity): ReportFinding['fix'] {
  // Every property of the body is the resource's name: commands read well enough, without a body per type.
  const body = new Proxy({}, { get: () => resource.name });
  const of = (write: ((one: never) => string) | undefined): string | null => {
    try {
      return write?.({ ...resource, body, tags: {}, get: () => null } as never) ?? null;
    } catch {
      return null;
    }
  };
  return { cli: of(check.fix?.cli), terraform: of(check.fix?.terraform) };
}

/** How many findings each check has: few with many, many with few, one in five with none. */
function shares(checks: readonly Check[], wanted: number, dice: Dice): number[] {
  const weights = checks.map(() => (dice() < 0.2 ? 0 : dice() ** 2 + 0.02));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => (total === 0 ? 0 : Math.floor((weight / total) * wanted)));
  const largest = counts.indexOf(Math.max(...counts));
  if (largest >= 0) counts[largest]! += wanted - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

const asReported = (a: ReportFinding, b: ReportFinding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (b.verdict.saving?.monthly ?? 0) - (a.verdict.saving?.monthly ?? 0) ||
  compare(a.checkId, b.checkId) ||
  compare(a.resource.arn, b.resource.arn);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Dice {
  (): number;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32: the same seed gives the same throws. */
function diceOf(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return Object.assign(roll, { pick: <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]! });
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}
