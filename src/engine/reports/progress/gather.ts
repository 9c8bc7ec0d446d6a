import { severities, statuses } from '../../../shared/model/finding.ts';
import type { Language } from '../../../shared/model/languages.ts';
import type { Milestone } from '../../../shared/model/milestone.ts';
import type { Labelled } from '../../compare/labelled.ts';
import { savedIn } from '../../compare/saved.ts';
import { realisedSavings } from '../../compare/savings.ts';
import { earlierOf } from '../../compare/sides.ts';
import { asideBySeverity, openBySeverity } from '../../decisions/decided.ts';
import { openSavings } from '../../decisions/savings.ts';
import { findingsByNumber } from '../../findings/read.ts';
import { summaryOf, totalsOf } from '../../findings/summary.ts';
import { milestones } from '../../phases/milestones.ts';
import { actionRef } from '../../recommendations/action-ref.ts';
import { onRoadmap } from '../../recommendations/plan.ts';
import { situationOf } from '../../recommendations/situation.ts';
import { toRow } from '../../recommendations/view.ts';
import type { Session } from '../../session.ts';
import { judgedBefore } from '../../snapshot/choose.ts';
import type { Judged } from '../../snapshot/list.ts';
import { type Texts, textsOf } from '../../texts.ts';
import { decisionReader } from '../common/decisions.ts';
import { reportFinding } from '../common/findings.ts';
import { type GatherOptions, gapsOf, gatherCommon, snapshotOf } from '../common/gather.ts';
import type { CoverageGap } from '../common/input.ts';
import { reportMaturity } from '../common/maturity.ts';
import { listedChanges, type ProgressInput, type ReportChange, type Side } from './input.ts';
import { type Inventory, systemsProgress } from './systems.ts';

/** Collects what a progress report says: a milestone or snapshot against a later one. */
export async function gatherProgress(session: Session, options: GatherOptions): Promise<ProgressInput> {
  const after = session.snapshot(options.snapshot);
  const all = milestones(session.db);
  const before = earlierOf(session, options.from ?? phaseBefore(session, all, after), after);
  const common = gatherCommon(session, after, options);
  const texts = textsOf(common.engagement.language);
  const from = all.find(({ id }) => id === before.milestone?.id);
  const to = all.find(({ id }) => id === options.snapshot);
  const labelled = await session.compared.labelled(before, after);
  const sides = {
    before: sideOf(session, before, from, texts),
    after: sideOf(session, after, to, texts),
  };
  const { findings } = labelled.comparison;
  const decided = session.decided(after);
  return {
    ...common,
    ...sides,
    // Of what persists, the number is that of the later side.
    persisting: findings.filter(({ change, finding }) => change === 'persisting' && decided.open[finding])
      .length,
    aside: asideBySeverity(decided),
    changes: changesOf(session, labelled, { before, after }, texts),
    ...actionsOf(session, options.snapshot, sides, texts),
    realised: realisedOf(session, labelled),
    maturity: maturityOf(session, from, to, texts.language),
    systems: systemsProgress(
      before.milestone ? inventoryOf(session, before) : null,
      inventoryOf(session, after),
    ),
    coverage: coverageOf(gapsOf(session, before.id, texts), common.gaps),
    rules: {
      differ: labelled.same !== null,
      differences: labelled.rules && [...labelled.rules],
      sameRules:
        labelled.same && totalsOf(labelled.same.summary, labelled.same.priceDate, session.checks).scores,
    },
  };
}

/** The last phase that was closed on the snapshot before: what people answered and decided then is kept with it. */
function phaseBefore(session: Session, all: readonly Milestone[], later: Judged): string | undefined {
  const earlier = judgedBefore(session.db, later.id)?.uuid;
  return all.findLast(({ standing }) => standing?.snapshot === earlier)?.id;
}

function sideOf(session: Session, judged: Judged, milestone: Milestone | undefined, texts: Texts): Side {
  const { db, checks, engagement } = session;
  const { scores, savings } = summaryOf(db, judged.judgement, checks);
  const snapshot = snapshotOf(session, judged.uuid, texts);
  const decided = session.decided(judged);
  const { status } = session.verdicts(judged.judgement);
  const unknown = statuses.indexOf('unknown');
  const phase =
    milestone && (engagement.phases.find(({ id }) => id === milestone.phase.id) ?? milestone.phase);
  return {
    phase: phase ? phase.name || texts.t(`report-progress.phaseKinds.${phase.kind}`) : null,
    at: milestone?.closedAt ?? snapshot.startedAt,
    note: milestone?.note ?? '',
    snapshot,
    scores,
    savings: openSavings(savings, decided),
    open: openBySeverity(decided),
    unknown: status.reduce((sum, one) => sum + (one === unknown ? 1 : 0), 0),
  };
}

function changesOf(
  session: Session,
  { comparison, causes }: Labelled,
  sides: { before: Judged; after: Judged },
  texts: Texts,
): ReportChange[] {
  const { verdicts, findings, judged } = comparison;
  const read = (side: 'before' | 'after') => {
    const numbers = findings
      .filter((one) => one.in === side && one.change !== 'persisting')
      .map(({ finding }) => finding);
    return new Map(
      findingsByNumber(session.db, verdicts[side], numbers, session.checks).map((one) => [one.id, one]),
    );
  };
  const found = { before: read('before'), after: read('after') };
  const decisionsOf = (side: 'before' | 'after') =>
    decisionReader(session, session.decided(sides[side]), texts);
  const decisions = { before: decisionsOf('before'), after: decisionsOf('after') };
  const spoken = new Set<string>();
  for (let number = 0; number < verdicts.after.size; number++)
    spoken.add(`${verdicts.after.checks[verdicts.after.rule[number]!]} ${verdicts.after.resource[number]}`);
  return findings
    .flatMap(({ change, in: side, finding }, at): ReportChange[] => {
      const one = found[side].get(finding);
      if (change === 'persisting' || !one) return [];
      const row = verdicts[side].resource[finding]!;
      return [
        {
          change,
          cause: causes[at]!,
          failure:
            change !== 'not-rechecked'
              ? null
              : !judged.has(one.check.id)
                ? 'check-off'
                : spoken.has(`${one.check.id} ${row}`)
                  ? 'could-not-tell'
                  : 'not-looked-for',
          finding: reportFinding(one, decisions[side](finding)),
        },
      ];
    })
    .sort(inOrder);
}

const inOrder = (a: ReportChange, b: ReportChange): number =>
  listedChanges.indexOf(a.change) - listedChanges.indexOf(b.change) ||
  severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
  compare(a.finding.checkId, b.finding.checkId) ||
  compare(a.finding.resource.arn, b.finding.resource.arn) ||
  compare(a.finding.ref, b.finding.ref);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Closed after the earlier side and, where the later one is a milestone, not after that. */
function actionsOf(
  session: Session,
  snapshot: string | undefined,
  { before, after }: { before: Side; after: Side },
  texts: Texts,
): Pick<ProgressInput, 'done' | 'next'> {
  const situation = situationOf(session, snapshot);
  const rows = onRoadmap(situation.actions).map((action, at) => ({
    ...toRow(action, situation, texts),
    ref: actionRef(at + 1),
  }));
  const until = after.phase === null ? null : after.at;
  return {
    done: rows
      .flatMap(({ ref, title, track, owner, closedAt, effort, progress }) =>
        closedAt !== null && closedAt > before.at && (until === null || closedAt <= until)
          ? [{ ref, title, track, owner, closedAt, effort, proof: progress }]
          : [],
      )
      .sort((a, b) => compare(a.closedAt, b.closedAt) || compare(a.ref, b.ref)),
    next: rows.flatMap(
      ({ ref, title, track, horizon, status, owner, from, to, effort, findings, counted }) =>
        horizon === 'done'
          ? []
          : [{ ref, title, track, horizon, status, owner, from, to, effort, findings, counted }],
    ),
  };
}

function realisedOf({ db, checks }: Session, labelled: Labelled): ProgressInput['realised'] {
  const { byRules, ...input } = savedIn(db, checks, labelled);
  const { total, advisory, byCheck, priceDate, bill } = realisedSavings(input);
  if (total.findings + advisory.findings === 0) return null;
  return {
    ...total,
    advisory: advisory.was,
    byCheck: byCheck.map(({ value, findings, was, is }) => ({ checkId: value, findings, was, is })),
    priceDate,
    byRules: byRules.was,
    bill,
  };
}

/** Answers are kept with milestones; of a snapshot by itself nobody knows those of its day, unless it is the newest. */
function maturityOf(
  session: Session,
  from: Milestone | undefined,
  to: Milestone | undefined,
  language: Language,
): ProgressInput['maturity'] {
  const after = reportMaturity(session, to?.id, language);
  return after && { before: from ? reportMaturity(session, from.id, language) : null, after };
}

/** Kept with milestones like answers, and judged by the day of its side: contracts run out by themselves. */
const inventoryOf = (session: Session, side: Judged): Inventory => ({
  systems: session.documents('system', side),
  day: session.dayOf(side),
});

function coverageOf(before: CoverageGap[], after: CoverageGap[]): ProgressInput['coverage'] {
  const key = ({ account, read, outcome, denial }: CoverageGap) => [account, read, outcome, denial].join('|');
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    closed: before.filter((gap) => !is.has(key(gap))),
    opened: after.filter((gap) => !was.has(key(gap))),
  };
}
