import { actionRef } from '../../src/engine/recommendations/action-ref.ts';
import { codeOf, library, wordsOf } from '../../src/engine/recommendations/library.ts';
import type { ReportFinding } from '../../src/engine/reports/common/input.ts';
import type {
  RecommendationsInput,
  ReportAction,
  ReportHorizon,
} from '../../src/engine/reports/recommendations/input.ts';
import { textsOf } from '../../src/engine/texts.ts';
import { type Severity, severities } from '../../src/shared/model/finding.ts';
import type { Language } from '../../src/shared/model/languages.ts';
import { diagnosisInput, emptyInput } from './diagnosis-input.ts';

interface Options {
  language?: Language;
  findings?: number;
  actions?: number;
  origin?: RecommendationsInput['origin'];
}

const owners = ['Marta Ruiz', 'Platform team', 'Daniel Okafor', '', 'Acme Health, network'];
const horizonOf: ReportHorizon[] = [
  'done',
  'now',
  'now',
  'now',
  'next',
  'next',
  'next',
  'later',
  'later',
  null,
];

/** A recommendation report over the findings of the invented diagnosis, with real texts of the library. */
export function recommendationsInput(options: Options = {}): RecommendationsInput {
  const { language = 'en', findings = 260, actions: wanted = 14, origin = 'adopted' } = options;
  const { checks, findings: all, resources: _, ...base } = diagnosisInput({ findings, language });
  const texts = textsOf(language);
  const fails = all.filter(({ verdict }) => verdict.status === 'fail');
  const byCheck = Map.groupBy(fails, ({ checkId }) => checkId);
  const entries = library()
    .all.map((entry) => ({ entry, of: entry.checks.flatMap((check) => byCheck.get(check) ?? []) }))
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => weightOf(b.of) - weightOf(a.of))
    .slice(0, wanted);
  const refs = new Map(entries.map(({ entry }, at) => [entry.id, actionRef(at + 1)]));
  let score = base.scores.overall.score ?? 0;
  let counted = 0;
  const actions = entries.map(({ entry, of }, at): ReportAction => {
    const { acceptance, ...words } = wordsOf(entry.id, texts);
    const own = moneyOf(of, 'counted');
    const horizon = origin === 'adopted' ? horizonOf[Math.floor((at / wanted) * horizonOf.length)]! : null;
    score = Math.min(100, score + 100 / (wanted * 5));
    counted += own;
    const dated = horizon !== null && at % 6 !== 5;
    return {
      ref: actionRef(at + 1),
      library: entry.id,
      track: entry.track,
      kind: entry.kind,
      words,
      acceptance: entry.acceptance.map(({ id }, n) => ({
        text: acceptance[id]!,
        unread: 0,
        result: horizon === 'done' ? 'met' : (['unmet', 'open', 'unknown'] as const)[n % 3]!,
      })),
      severity: severities[rankOf(of)] ?? null,
      effort: of.length <= 50 ? entry.effort.small : entry.effort.medium,
      restart: entry.restart,
      impact: entry.impact,
      counted: own,
      advisory: moneyOf(of, 'advisory'),
      resources: new Set(of.map(({ resource }) => resource.arn)).size,
      after: entry.prerequisites.flatMap((id) => refs.get(id) ?? []),
      warnings: [],
      code: { terraform: codeOf(entry).terraform ?? null, cli: codeOf(entry).cli ?? null },
      references: entry.references,
      horizon,
      status:
        horizon === 'done'
          ? 'done'
          : at % 7 === 3
            ? 'blocked'
            : horizon === 'now'
              ? 'in-progress'
              : 'planned',
      owner: horizon === null ? '' : owners[at % owners.length]!,
      from: dated ? day(at * 12) : null,
      to: dated ? day(at * 12 + 20 + (at % 3) * 9) : null,
      standing: { score, counted },
      said: { systems: [], questions: [] },
      concerned: of.map((finding) => ({ ...finding, fix: { cli: null, terraform: null } })),
    };
  });
  const taken = new Set(entries.flatMap(({ entry }) => entry.checks));
  const others = library()
    .all.filter(({ id }) => !refs.has(id))
    .slice(0, 6);
  return {
    ...base,
    origin,
    scores: base.scores,
    open: openOf(fails),
    unknown: all.filter(({ verdict }) => verdict.status === 'unknown').length,
    worst: checks
      .filter(({ counts }) => counts.fail > 0)
      .sort(
        (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.counted - a.counted,
      )
      .slice(0, 10)
      .map((check) => ({
        checkId: check.id,
        severity: check.severity,
        aspect: check.aspect,
        findings: check.counts.fail,
        counted: check.counted,
      })),
    actions,
    capacity: origin === 'adopted' ? 20 : null,
    months:
      origin === 'adopted'
        ? [
            { month: '2027-01', booked: 14, over: false },
            { month: '2027-02', booked: 26, over: true },
          ]
        : [],
    proposed:
      origin === 'adopted'
        ? others.slice(0, 4).map((entry, at) => ({
            title: wordsOf(entry.id, texts).title,
            severity: severities[at]!,
            findings: 3 * at + 1,
            effort: entry.effort.small,
            counted: at * 120_500_000,
          }))
        : [],
    dismissed:
      origin === 'adopted'
        ? others.slice(4).map((entry) => ({
            title: wordsOf(entry.id, texts).title,
            reason:
              language === 'es'
                ? 'El laboratorio se traslada en primavera; hasta entonces no se toca.'
                : 'The laboratory moves in spring; it is left as it is until then.',
          }))
        : [],
    uncovered: fails.filter(({ checkId }) => !taken.has(checkId)).length,
    unanswered: ['devops-plan-small-pieces', 'devops-plan-security-from-the-start']
      .filter((id) => texts.has(`checklists.${id}.question`))
      .map((id) => ({
        id,
        question: texts.t(`checklists.${id}.question`),
        why: texts.t(`checklists.${id}.why`),
      })),
  };
}

/** Nothing was found, adopted or proposed. */
export function emptyRecommendations(language: Language = 'en'): RecommendationsInput {
  const { checks: _, findings: __, resources: ___, ...base } = emptyInput(language);
  return {
    ...base,
    origin: 'proposed',
    open: { critical: 0, high: 0, medium: 0, low: 0 },
    unknown: 0,
    worst: [],
    actions: [],
    capacity: null,
    months: [],
    proposed: [],
    dismissed: [],
    uncovered: 0,
    unanswered: [],
  };
}

export const openOf = (fails: readonly ReportFinding[]): Record<Severity, number> =>
  Object.fromEntries(
    severities.map((severity) => [severity, fails.filter((one) => one.severity === severity).length]),
  ) as Record<Severity, number>;

/** Severe findings and much money come first, as in a ranking. */
const weightOf = (of: readonly ReportFinding[]): number =>
  (4 - rankOf(of)) * 1000 + moneyOf(of, 'counted') / 400_000 + of.length;

const rankOf = (of: readonly ReportFinding[]): number =>
  Math.min(...of.map(({ severity }) => severities.indexOf(severity)));

const moneyOf = (of: readonly ReportFinding[], kind: 'counted' | 'advisory'): number =>
  of.reduce((sum, { verdict }) => sum + (verdict.saving?.kind === kind ? verdict.saving.monthly : 0), 0);

/** Days after the beginning of 2027. */
const day = (offset: number): string => new Date(Date.UTC(2027, 0, 4 + offset)).toISOString().slice(0, 10);
