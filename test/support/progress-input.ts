import {
  listedChanges,
  type ProgressInput,
  type ReportChange,
  type Side,
} from '../../src/engine/reports/progress/input.ts';
import { systemsProgress } from '../../src/engine/reports/progress/systems.ts';
import type { Language } from '../../src/shared/model/languages.ts';
import type { System } from '../../src/shared/model/records/system.ts';
import type { Scores } from '../../src/shared/model/score.ts';
import { diagnosisInput, emptyInput, systemsOf } from './diagnosis-input.ts';
import { reportMaturity } from './maturity.ts';
import { openOf, recommendationsInput } from './recommendations-input.ts';

/** A progress report of the invented company: a closed assessment against a later milestone. */
export function progressInput({
  language = 'en',
  findings = 160,
}: {
  language?: Language;
  findings?: number;
} = {}): ProgressInput {
  const {
    checks,
    findings: all,
    resources: _,
    systems: __,
    scores,
    ...base
  } = diagnosisInput({ findings, language });
  const fails = all.filter(({ verdict }) => verdict.status === 'fail');
  const changes = fails
    .map(
      (finding, at): ReportChange => ({
        change: listedChanges[[0, 0, 0, 1, 2, 3, 3, 4][at % 8]!]!,
        cause: at % 5 === 4 ? 'rules' : 'infrastructure',
        failure: at % 8 === 7 ? (['check-off', 'not-looked-for', 'could-not-tell'] as const)[at % 3]! : null,
        finding: { ...finding, fix: { cli: null, terraform: null } },
      }),
    )
    .sort((a, b) => listedChanges.indexOf(a.change) - listedChanges.indexOf(b.change));
  const { actions } = recommendationsInput({ language, findings, actions: 16 });
  const es = language === 'es';
  const before: Side = {
    phase: es ? 'Evaluación' : 'Assessment',
    at: '2026-08-21T15:00:00.000Z',
    note: '',
    snapshot: { ...base.snapshot, startedAt: '2026-08-19T08:00:12.000Z', reads: { planned: 4620, ok: 4101 } },
    scores: lowered(scores, 14),
    savings: { counted: base.savings.counted + 9_310_000_000, advisory: base.savings.advisory },
    open: openOf([...fails, ...fails.slice(0, 40)]),
    unknown: 71,
  };
  return {
    ...base,
    before,
    after: {
      phase: es ? 'Implantación, primer trimestre' : 'Implementation, first quarter',
      at: '2026-11-16T10:30:00.000Z',
      note: es
        ? 'El laboratorio pospuso el traslado de su base de datos a enero; lo demás se hizo según lo acordado.'
        : 'The laboratory has put off moving its database until January; everything else went as agreed.',
      snapshot: base.snapshot,
      scores,
      savings: base.savings,
      open: openOf(fails.slice(30)),
      unknown: 22,
    },
    persisting: fails.length - 31,
    aside: {
      'accepted-risk': { critical: 0, high: 2, medium: 5, low: 2 },
      'false-positive': { critical: 1, high: 0, medium: 3, low: 0 },
    },
    changes,
    done: actions.slice(0, 5).map(({ ref, words, track, owner, effort }, at) => ({
      ref,
      title: words.title,
      track,
      owner,
      effort,
      closedAt: `2026-10-0${at + 1}T09:00:00.000Z`,
      proof: (['resolved', 'resolved', 'open', 'regressed', null] as const)[at]!,
    })),
    next: actions
      .slice(5)
      .map(({ ref, words, track, horizon, status, owner, from, to, effort, concerned, counted }) => ({
        ref,
        title: words.title,
        track,
        horizon: horizon === 'done' ? ('now' as const) : horizon,
        status,
        owner,
        from,
        to,
        effort,
        findings: concerned.length,
        counted,
      })),
    realised: {
      was: 9_310_000_000,
      is: 9_284_500_000,
      findings: 61,
      advisory: 410_000_000,
      byCheck: checks
        .filter(({ counted }) => counted > 0)
        .slice(0, 5)
        .map(({ id }, at) => ({
          checkId: id,
          findings: 3 + at * 4,
          was: (5 - at) * 620_000_000,
          is: (5 - at) * 618_300_000,
        })),
      priceDate: { was: '2026-08-01', is: '2026-11-01' },
      byRules: 120_000_000,
      bill: { gap: 'not-read' },
    },
    maturity: { before: reportMaturity(language, 13), after: reportMaturity(language) },
    systems: systemsOutside(language),
    coverage: { closed: base.gaps.slice(0, 2), opened: base.gaps.slice(4) },
    rules: {
      differ: true,
      differences: [
        { kind: 'version', check: checks[0]!.id, before: '1', after: '2', lost: false },
        { kind: 'severity', check: checks[1]!.id, before: 'medium', after: 'high' },
        { kind: 'threshold', check: checks[2]!.id, name: 'days', before: '30', after: '45' },
        { kind: 'switched-off', check: checks[3]!.id },
        { kind: 'only-after', check: checks[4]!.id },
        { kind: 'prices', before: '2026-08-01', after: '2026-11-01' },
      ],
      sameRules: lowered(scores, 11),
    },
  };
}

/** The laboratory has a backup, the directory is gone, a ward system has come. */
export function systemsOutside(language: Language = 'en') {
  const [laboratory, payroll, directory] = systemsOf(language) as [System, System, System];
  const wards: System = {
    ...payroll,
    id: 'wards',
    name: language === 'es' ? 'Sistema de planta' : 'Ward system',
    owner: '',
  };
  return systemsProgress(
    { systems: [laboratory, payroll, directory], day: '2026-08-21' },
    {
      systems: [
        { ...laboratory, backup: 'Aurora 2', notes: 'Seen.' },
        { ...payroll, notes: 'Asked.' },
        wards,
      ],
      day: '2026-11-16',
    },
  );
}

const lowered = ({ overall, aspects }: Scores, by: number): Scores => {
  const less = (score: number | null, at: number) =>
    score === null ? null : Math.max(0, score - by + ((at * 7) % 13));
  return {
    overall: { ...overall, score: less(overall.score, 0) },
    aspects: aspects.map((one, at) => ({ ...one, score: less(one.score, at) })),
  };
};

/** Two readings of nothing. */
export function emptyProgress(language: Language = 'en'): ProgressInput {
  const { checks: _, findings: __, resources: ___, systems: ____, scores, ...base } = emptyInput(language);
  const side = (at: string): Side => ({
    phase: null,
    at,
    note: '',
    snapshot: base.snapshot,
    scores,
    savings: { counted: 0, advisory: 0 },
    open: openOf([]),
    unknown: 0,
  });
  return {
    ...base,
    before: side('2026-08-21T15:00:00.000Z'),
    after: side('2026-11-14T08:00:12.000Z'),
    persisting: 0,
    aside: { 'accepted-risk': openOf([]), 'false-positive': openOf([]) },
    changes: [],
    done: [],
    next: [],
    realised: null,
    maturity: null,
    systems: null,
    coverage: { closed: [], opened: [] },
    rules: { differ: false, differences: [], sameRules: null },
  };
}
