import { type Aspect, aspects } from '../../../shared/model/aspect.ts';
import { type Severity, severities } from '../../../shared/model/finding.ts';
import { formatMoney, type Micros } from '../../../shared/model/money.ts';
import type { Texts } from '../../texts.ts';
import { type Theme, themeOf } from '../layout/theme.ts';
import type { DiagnosisInput, ReportCheck, ReportFinding } from './input.ts';

/** What a check found, ready to be told. */
export interface CheckView {
  check: ReportCheck;
  title: string;
  fails: ReportFinding[];
  unknowns: ReportFinding[];
  manuals: ReportFinding[];
  /** The worst among its findings that fail, else the check's own. */
  worst: Severity;
}

/** A diagnosis in one language: the input, its words and its colours. All sections are made from it. */
export interface Edition {
  input: DiagnosisInput;
  texts: Texts;
  theme: Theme;
  /** A text of the report, below `report` in the texts. */
  say(key: string, values?: Record<string, unknown>): string;
  number(value: number): string;
  /** A share from 0 to 1. */
  percent(share: number): string;
  money(amount: Micros): string;
  /** A moment or a day, written out; UTC. */
  date(iso: string): string;
  /** Title of a check by its id. */
  checkTitle(id: string): string;
  /** Checks of an aspect: those that found most, first. */
  checksOf(aspect: Aspect): CheckView[];
  checks: CheckView[];
  accountName(id: string): string;
  aspectName(aspect: Aspect): string;
  severityName(severity: Severity): string;
}

const rank = (severity: Severity): number => severities.indexOf(severity);

export function editionOf(input: DiagnosisInput, texts: Texts): Edition {
  const whole = new Intl.NumberFormat(texts.locale);
  const share = new Intl.NumberFormat(texts.locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const names = new Map(input.snapshot.accounts.map((account) => [account.id, account.name]));
  const checkTitle = (id: string) => texts.t(`checks.${id}.title`);
  const checks = views(input, checkTitle);
  return {
    input,
    texts,
    theme: themeOf(input.branding.accent),
    say: (key, values) => texts.t(`report.${key}`, values),
    number: (value) => whole.format(value),
    // Not quite all is not all: 99.96 % must not read 100 %.
    percent: (value) => share.format(value > 0.999 && value < 1 ? 0.999 : value),
    money: (amount) => formatMoney(amount, 'USD', texts.locale),
    date: (iso) => day.format(new Date(iso)),
    checkTitle,
    checks,
    checksOf: (aspect) => checks.filter(({ check }) => check.aspect === aspect),
    accountName: (id) => names.get(id) ?? id,
    aspectName: (aspect) => texts.t(`findings.aspects.${aspect}`),
    severityName: (severity) => texts.t(`findings.severities.${severity}`),
  };
}

function views(input: DiagnosisInput, titleOf: (id: string) => string): CheckView[] {
  const byCheck = new Map<string, CheckView>(
    input.checks.map((check) => [
      check.id,
      { check, title: titleOf(check.id), fails: [], unknowns: [], manuals: [], worst: check.severity },
    ]),
  );
  for (const finding of input.findings) {
    const view = byCheck.get(finding.checkId);
    if (!view) throw new Error(`Finding ${finding.ref} is of check ${finding.checkId}, which was not run.`);
    if (finding.verdict.status === 'fail') view.fails.push(finding);
    else if (finding.verdict.status === 'unknown') view.unknowns.push(finding);
    else if (finding.verdict.status === 'manual') view.manuals.push(finding);
    else throw new Error(`Finding ${finding.ref} is not open: ${finding.verdict.status}.`);
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
