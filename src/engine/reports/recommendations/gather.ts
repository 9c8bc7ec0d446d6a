import { type Aspect, aspects } from '../../../shared/model/aspect.ts';
import { severities } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import { wordsIn } from '../../checklists/book.ts';
import { type Decided, openBySeverity } from '../../decisions/decided.ts';
import { findingsByNumber, numbersOf } from '../../findings/read.ts';
import { summaryOf } from '../../findings/summary.ts';
import { actionRef } from '../../recommendations/action-ref.ts';
import { bookedByMonth } from '../../recommendations/capacity.ts';
import { forecast } from '../../recommendations/forecast.ts';
import { onRoadmap } from '../../recommendations/plan.ts';
import { talliesOf, warningsInWords } from '../../recommendations/roadmap.ts';
import { type Situation, situationOf } from '../../recommendations/situation.ts';
import { toDetail, toRow } from '../../recommendations/view.ts';
import type { Session } from '../../session.ts';
import { type Texts, textsOf } from '../../texts.ts';
import { decisionReader } from '../common/decisions.ts';
import { reportFinding, worstFirst } from '../common/findings.ts';
import { type GatherOptions, gatherCommon } from '../common/gather.ts';
import type { ReportDecision, ReportFinding } from '../common/input.ts';
import { reportMaturity } from '../common/maturity.ts';
import type { RecommendationsInput, ReportAction } from './input.ts';

/** Collects what a recommendation report says: what was adopted or, where nothing was, what is proposed. */
export function gatherRecommendations(session: Session, options: GatherOptions): RecommendationsInput {
  const chosen = session.snapshot(options.snapshot);
  const common = gatherCommon(session, chosen, options);
  const texts = textsOf(common.engagement.language);
  const situation = situationOf(session, options.snapshot);
  const { scores, summary } = summaryOf(session.db, chosen.judgement, session.checks);
  const adopted = onRoadmap(situation.actions);
  const proposals = situation.actions.filter(({ state }) => state === 'proposed');
  const shown = adopted.length > 0 ? adopted : proposals;
  const after = forecast(
    talliesOf(situation, session),
    new Map(Array.from(situation.failing, ([check, one]) => [check, one.counted])),
    shown.map(({ checks }) => checks),
  );
  const decided = session.decided(chosen);
  const byCheck = failingByCheck(session, chosen.judgement, decisionReader(session, decided, texts));
  const open = openIn(situation, decided);
  const refs = new Map(shown.map(({ id }, at) => [id, actionRef(at + 1)]));
  const byId = new Map(situation.actions.map((action) => [action.id, action]));
  const actions = shown.map((action, at): ReportAction => {
    const { words, ...detail } = toDetail(action, situation, session, texts);
    return {
      ref: actionRef(at + 1),
      library: detail.library,
      track: detail.track,
      kind: detail.kind,
      words,
      acceptance: detail.acceptance.map(({ text, result, unread }) => ({ text, result, unread })),
      severity: detail.severity,
      effort: detail.effort,
      restart: detail.restart,
      impact: impactOf(detail.impact),
      counted: detail.counted,
      advisory: detail.advisory,
      resources: detail.resources,
      after: detail.prerequisites.flatMap((id) => refs.get(id) ?? []),
      warnings: warningsInWords(action, byId, texts).map(({ kind, title }) => ({ kind, title })),
      code: { terraform: detail.code.terraform ?? null, cli: detail.code.cli ?? null },
      references: detail.references,
      horizon: detail.horizon,
      status: detail.status,
      owner: detail.owner,
      from: detail.from,
      to: detail.to,
      standing: after[at]!,
      said: {
        systems: detail.systemList.map(({ name, reasons }) => ({ name, reasons })),
        questions: detail.items.map(({ question }) => question),
      },
      concerned: detail.checks.flatMap((check) => byCheck.get(check) ?? []).sort(bySeverity),
    };
  });
  const answered = new Set(shown.flatMap(({ checks }) => checks));
  const capacity = session.records.get('roadmap', 'roadmap')?.capacity ?? null;
  return {
    ...common,
    origin: adopted.length > 0 ? 'adopted' : 'proposed',
    scores,
    open: openBySeverity(decided),
    unknown: Object.values(summary).reduce((sum, { counts }) => sum + counts.unknown, 0),
    worst: worstChecks(session, situation.summary, open),
    actions,
    capacity,
    months: Array.from(
      bookedByMonth(
        actions.flatMap(({ from, to, effort, horizon }) =>
          from && to && horizon !== null && horizon !== 'done' ? [{ from, to, effort }] : [],
        ),
      ),
      ([month, booked]) => ({ month, booked, over: capacity !== null && booked > capacity + 1e-9 }),
    ),
    proposed:
      adopted.length === 0
        ? []
        : proposals.map((action) => {
            const { title, severity, findings, effort, counted } = toRow(action, situation, texts);
            return { title, severity, findings, effort, counted };
          }),
    dismissed: situation.actions
      .filter(({ state }) => state === 'dismissed')
      .map((action) => {
        const { title, dismissed } = toRow(action, situation, texts);
        return { title, reason: dismissed ?? '' };
      }),
    uncovered: Array.from(open).reduce(
      (sum, [check, { total }]) => (answered.has(check) ? sum : sum + total),
      0,
    ),
    unanswered: unanswered(session, texts),
    maturity: reportMaturity(session, chosen.milestone?.id, common.engagement.language),
  };
}

const impactOf = (impact: Partial<Record<Aspect, number>>): ReportAction['impact'] =>
  Object.fromEntries(aspects.flatMap((aspect) => (impact[aspect] ? [[aspect, impact[aspect]]] : [])));

/** Failing findings of each check that nobody has accepted or called false. */
const openIn = (
  { failing }: Situation,
  { aside }: Decided,
): Map<string, { total: number; counted: Micros }> =>
  new Map(
    Array.from(failing, ([check, { total, counted }]) => {
      const less = aside.get(check);
      return [
        check,
        { total: total - (less?.findings ?? 0), counted: counted - (less?.counted ?? 0) },
      ] as const;
    }).filter(([, { total }]) => total > 0),
  );

function failingByCheck(
  session: Session,
  judgement: number,
  decisionOf: (finding: number) => ReportDecision | null,
): Map<string, ReportFinding[]> {
  const verdicts = session.verdicts(judgement);
  const byCheck = new Map<string, ReportFinding[]>();
  for (const finding of findingsByNumber(
    session.db,
    verdicts,
    numbersOf(verdicts, ['fail']),
    session.checks,
  ).sort(worstFirst)) {
    const of = byCheck.get(finding.check.id);
    const printed = reportFinding(finding, decisionOf(finding.id));
    if (of) of.push(printed);
    else byCheck.set(finding.check.id, [printed]);
  }
  return byCheck;
}

/** Keeps the order within a severity. */
const bySeverity = (a: ReportFinding, b: ReportFinding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

const most = 12;

function worstChecks(
  session: Session,
  summary: Situation['summary'],
  open: ReturnType<typeof openIn>,
): RecommendationsInput['worst'] {
  return Array.from(open)
    .flatMap(([checkId, { total, counted }]) => {
      const check = session.checks.get(checkId);
      return check
        ? [
            {
              checkId,
              severity: summary[checkId]?.severity ?? check.severity,
              aspect: check.aspect,
              findings: total,
              counted,
            },
          ]
        : [];
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.counted - a.counted ||
        b.findings - a.findings ||
        (a.checkId < b.checkId ? -1 : 1),
    )
    .slice(0, most);
}

/** The heaviest weight: nothing else stands without it. */
const CRITICAL = 5;

/** Questions of the heaviest weight without an answer, of the checklists that the engagement has. */
function unanswered({ records }: Session, texts: Texts): RecommendationsInput['unanswered'] {
  const answers = new Map(records.all('answer').map((answer) => [answer.id, answer]));
  const open = (id: string): boolean => {
    const answer = answers.get(id);
    return (
      !answer ||
      (answer.level === null &&
        answer.choice === null &&
        answer.number === null &&
        answer.notApplicable === null)
    );
  };
  return records.all('checklist').flatMap((checklist) => {
    const { items } = wordsIn(checklist, texts.language);
    return checklist.template.items
      .filter(({ id, weight }) => weight === CRITICAL && open(id))
      .map(({ id }) => ({ id, question: items[id]!.question, why: items[id]!.why }));
  });
}
