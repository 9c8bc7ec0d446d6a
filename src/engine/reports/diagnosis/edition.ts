import { type Aspect, aspects } from '../../../shared/model/aspect.ts';
import { type Severity, severities } from '../../../shared/model/finding.ts';
import type { Texts } from '../../texts.ts';
import { type Edition as CommonEdition, editionOf as commonEdition } from '../common/edition.ts';
import { isAside, type ReportFinding } from '../common/input.ts';
import type { DiagnosisInput, ReportCheck } from './input.ts';

/** What a check found, ready to be told. */
export interface CheckView {
  check: ReportCheck;
  title: string;
  /** Open: they fail, and nobody has accepted them or called them false. */
  fails: ReportFinding[];
  /** Accepted, or called false. */
  aside: ReportFinding[];
  unknowns: ReportFinding[];
  manuals: ReportFinding[];
  /** The worst among its findings that fail, else the check's own. */
  worst: Severity;
}

/** A diagnosis in one language. All its sections are made from it. */
export interface Edition extends CommonEdition<DiagnosisInput> {
  /** Checks of an aspect: those that found most, first. */
  checksOf(aspect: Aspect): CheckView[];
  checks: CheckView[];
}

const rank = (severity: Severity): number => severities.indexOf(severity);

export function editionOf(input: DiagnosisInput, texts: Texts): Edition {
  const common = commonEdition(input, texts, 'report');
  const checks = views(input, common.checkTitle);
  return { ...common, checks, checksOf: (aspect) => checks.filter(({ check }) => check.aspect === aspect) };
}

function views(input: DiagnosisInput, titleOf: (id: string) => string): CheckView[] {
  const byCheck = new Map<string, CheckView>(
    input.checks.map((check) => [
      check.id,
      {
        check,
        title: titleOf(check.id),
        fails: [],
        aside: [],
        unknowns: [],
        manuals: [],
        worst: check.severity,
      },
    ]),
  );
  for (const finding of input.findings) {
    const view = byCheck.get(finding.checkId);
    if (!view) throw new Error(`Finding ${finding.ref} is of check ${finding.checkId}, which was not run.`);
    if (isAside(finding)) view.aside.push(finding);
    else if (finding.verdict.status === 'fail') view.fails.push(finding);
    else if (finding.verdict.status === 'unknown') view.unknowns.push(finding);
    else if (finding.verdict.status === 'manual') view.manuals.push(finding);
    else throw new Error(`Finding ${finding.ref} is none to report: ${finding.verdict.status}.`);
  }
  const all = [...byCheck.values()];
  for (const view of all)
    if (view.fails.length > 0)
      view.worst = view.fails
        .map((finding) => finding.severity)
        .reduce((worst, severity) => (rank(severity) < rank(worst) ? severity : worst));
  const openness = (view: CheckView) =>
    view.fails.length > 0 ? 0 : view.unknowns.length + view.manuals.length > 0 ? 1 : 2;
  return all.sort(
    (a, b) =>
      aspects.indexOf(a.check.aspect) - aspects.indexOf(b.check.aspect) ||
      openness(a) - openness(b) ||
      rank(a.worst) - rank(b.worst) ||
      b.check.counted - a.check.counted ||
      b.fails.length - a.fails.length ||
      (a.check.id < b.check.id ? -1 : 1),
  );
}
