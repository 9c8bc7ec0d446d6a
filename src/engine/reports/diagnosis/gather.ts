import { type Decided, withoutAside } from '../../decisions/decided.ts';
import { fixOf } from '../../findings/fix.ts';
import type { Summary } from '../../findings/judge-snapshot.ts';
import { type Finding, findingsByNumber, numbersOf } from '../../findings/read.ts';
import { summaryOf } from '../../findings/summary.ts';
import { assetsOf } from '../../resources/assets.ts';
import type { Session } from '../../session.ts';
import { type StoreSource, storeSource } from '../../snapshot/store-source.ts';
import { textsOf } from '../../texts.ts';
import { decisionReader } from '../common/decisions.ts';
import { reportFinding, worstFirst } from '../common/findings.ts';
import { type GatherOptions, gatherCommon } from '../common/gather.ts';
import { isOpen, type ReportDecision, type ReportFinding } from '../common/input.ts';
import { reportMaturity } from '../common/maturity.ts';
import type { DiagnosisInput } from './input.ts';
import { reportSystems } from './systems.ts';

/** Findings of a check that are printed with their mending as code; the others differ in names only. */
const FIXES_PER_CHECK = 3;

/** Collects what a diagnosis says from the open engagement. */
export function gatherDiagnosis(session: Session, options: GatherOptions): DiagnosisInput {
  const { db, plan, checks } = session;
  const chosen = session.snapshot(options.snapshot);
  const { scores, summary } = summaryOf(db, chosen.judgement, checks);
  const verdicts = session.verdicts(chosen.judgement);
  const decided = session.decided(chosen);
  const common = gatherCommon(session, chosen, options);
  return {
    ...common,
    scores,
    checks: Object.entries(moneyWithout(summary, decided)).flatMap(
      ([id, { version, counts, counted, advisory }]) => {
        const check = checks.get(id);
        if (!check) return [];
        const { aspect, severity, effort, references } = check;
        return [{ id, version, aspect, severity, effort, references, counts, counted, advisory }];
      },
    ),
    findings: reportFindings(
      findingsByNumber(db, verdicts, numbersOf(verdicts), checks),
      storeSource(db, chosen.id, plan),
      decisionReader(session, decided, textsOf(common.engagement.language)),
    ),
    resources: assetsOf(db, chosen.id, plan),
    maturity: reportMaturity(session, chosen.milestone?.id, common.engagement.language),
    systems: reportSystems(session.documents('system', chosen), session.dayOf(chosen)),
  };
}

/** Verdicts as the checks gave them, and the money that is still to be had. */
const moneyWithout = (summary: Summary, { aside }: Decided): Summary =>
  Object.fromEntries(
    Object.entries(withoutAside(summary, aside)).map(([check, of]) => [
      check,
      { ...of, counts: summary[check]!.counts },
    ]),
  );

function reportFindings(
  findings: Finding[],
  source: StoreSource,
  decisionOf: (finding: number) => ReportDecision | null,
): ReportFinding[] {
  const fixes = new Map<string, number>();
  return findings.sort(worstFirst).map((finding) => {
    const given = fixes.get(finding.check.id) ?? 0;
    const printed = reportFinding(finding, decisionOf(finding.id));
    const wanted = isOpen(printed) && given < FIXES_PER_CHECK;
    if (wanted) fixes.set(finding.check.id, given + 1);
    return { ...printed, ...(wanted && { fix: fixOf(source, finding) }) };
  });
}
