import type { Language } from '../../../shared/model/engagement.ts';
import { severities } from '../../../shared/model/finding.ts';
import { fixOf } from '../../findings/fix.ts';
import { checksNeeding } from '../../findings/gaps.ts';
import { type Finding, findingsByNumber, numbersOf } from '../../findings/read.ts';
import { summaryOf } from '../../findings/summary.ts';
import type { Session } from '../../session.ts';
import { coverageOf } from '../../snapshot/coverage.ts';
import { listSnapshots } from '../../snapshot/list.ts';
import { resourcePage } from '../../snapshot/resources.ts';
import { type StoreSource, storeSource } from '../../snapshot/store-source.ts';
import { version } from '../../version.ts';
import type { Branding, DiagnosisInput, ReportFinding } from './input.ts';

export interface GatherOptions {
  snapshot?: string | undefined;
  /** Left out: the engagement's own. */
  language?: Language | undefined;
  branding: Branding;
}

/** Findings of a check that are printed with their mending as code; the others differ in names only. */
const FIXES_PER_CHECK = 3;

/** Collects what a diagnosis says from the open engagement. */
export function gatherDiagnosis(session: Session, options: GatherOptions): DiagnosisInput {
  const { db, plan, checks } = session;
  const chosen = session.snapshot(options.snapshot);
  const info = listSnapshots(db, session.auxiliaryTypes).find((one) => one.id === chosen.uuid)!;
  const { scores, savings, summary } = summaryOf(db, chosen.judgement, checks);
  const needing = checksNeeding([...checks.values()]);
  const verdicts = session.verdicts(chosen.judgement);
  const engagement = session.engagement;
  return {
    engagement: { ...engagement, language: options.language ?? engagement.language },
    branding: options.branding,
    tool: { version, rules: session.rulesDigest },
    snapshot: {
      id: info.id,
      startedAt: info.startedAt,
      finishedAt: info.finishedAt,
      accounts: info.accounts,
      reads: { planned: info.reads.planned, ok: info.reads.ok },
      calls: info.calls,
    },
    scores,
    savings: { ...savings, disclaimer: session.pricePack.disclaimer },
    checks: Object.entries(summary).flatMap(([id, { version, counts, counted, advisory }]) => {
      const check = checks.get(id);
      if (!check) return [];
      const { aspect, severity, effort, references } = check;
      return [{ id, version, aspect, severity, effort, references, counts, counted, advisory }];
    }),
    findings: reportFindings(
      findingsByNumber(db, verdicts, numbersOf(verdicts), checks),
      storeSource(db, chosen.id, plan),
    ),
    resources: resourcePage(db, chosen.id, plan, {}, { offset: 0, limit: -1 }).resources,
    gaps: coverageOf(db, chosen.id).gaps.map((gap) => ({ ...gap, checks: needing(gap.read) })),
  };
}

function reportFindings(findings: Finding[], source: StoreSource): ReportFinding[] {
  const fixes = new Map<string, number>();
  return findings.sort(worstFirst).map((finding) => {
    const given = fixes.get(finding.check.id) ?? 0;
    const wanted = finding.status === 'fail' && given < FIXES_PER_CHECK;
    if (wanted) fixes.set(finding.check.id, given + 1);
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
      fix: wanted ? fixOf(source, finding) : { cli: null, terraform: null },
    };
  });
}

const worstFirst = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (b.verdict.saving?.monthly ?? 0) - (a.verdict.saving?.monthly ?? 0) ||
  compare(a.check.id, b.check.id) ||
  compare(a.resource.arn, b.resource.arn) ||
  compare(a.subKey, b.subKey);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
