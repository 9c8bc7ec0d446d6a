import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import { horizons } from '../../shared/model/records/recommendation.ts';
import type { CheckTally } from '../findings/score.ts';
import { scoresOf } from '../findings/score.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import type { Action } from './actions.ts';
import { bookedByMonth } from './capacity.ts';
import { forecast } from './forecast.ts';
import { onRoadmap, warningsOf } from './plan.ts';
import { type Situation, situationOf } from './situation.ts';
import { together } from './tally.ts';
import { toRow, wordsOfAction } from './view.ts';

export type Roadmap = z.input<Contract['roadmap']['get']['result']>;
export type RoadmapItem = Roadmap['items'][number];

/** The adopted actions in time, and what comes of them. */
export function roadmapOf(session: Session, snapshot: string | undefined, texts: Texts): Roadmap {
  const situation = situationOf(session, snapshot);
  const actions = onRoadmap(situation.actions);
  const byId = new Map(situation.actions.map((action) => [action.id, action]));
  const tallies = talliesOf(situation, session);
  const counted = new Map(Array.from(situation.failing, ([check, one]) => [check, one.counted]));
  const after = forecast(
    tallies,
    counted,
    actions.map(({ checks }) => checks),
  );
  const items = actions.map((action, at): RoadmapItem => {
    const warnings = warningsInWords(action, byId, texts);
    return { ...toRow(action, situation, texts), warnings, afterwards: after[at]! };
  });
  const now = { score: scoresOf([...tallies.values()]).overall.score };
  const capacity = session.documents('roadmap', situation.judged ?? {})[0]?.capacity ?? null;
  const open = items.filter(({ horizon }) => horizon !== null && horizon !== 'done');
  const dated = open.flatMap(({ from, to, effort }) => (from && to ? [{ from, to, effort }] : []));
  let afterwards = { score: now.score, counted: 0 };
  const done = horizons.filter((one) => one === 'done');
  return {
    items,
    now,
    // What is done comes first: where the engagement stands begins with it.
    horizons: [...done, ...horizons.filter((one) => one !== 'done')].map((horizon) => {
      const there = items.filter((one) => one.horizon === horizon);
      afterwards = there.at(-1)?.afterwards ?? afterwards;
      return {
        horizon,
        actions: there.length,
        effort: there.reduce((sum, { effort }) => sum + effort, 0),
        counted: together(
          there.flatMap(({ checks }) => checks),
          situation.failing,
        ).counted,
        afterwards,
      };
    }),
    capacity,
    months: Array.from(bookedByMonth(dated), ([month, booked]) => ({
      month,
      booked,
      over: capacity !== null && booked > capacity + 1e-9,
    })),
    undated: open.length - dated.length,
  };
}

/** What is wrong with where it stands, with the titles of what goes before it. */
export const warningsInWords = (
  action: Action,
  byId: ReadonlyMap<string, Action>,
  texts: Texts,
): RoadmapItem['warnings'] =>
  warningsOf(action, byId).map((warning) => ({
    ...warning,
    title: wordsOfAction(byId.get(warning.id)!, texts).title,
  }));

/** How the verdicts of each check fell, as scores are made of them. */
export function talliesOf({ summary }: Situation, { checks }: Session): Map<string, CheckTally> {
  return new Map(
    Object.entries(summary).flatMap(([id, { counts, severity }]) => {
      const check = checks.get(id);
      if (!check) return [];
      const { pass, fail, unknown } = counts;
      return [
        [id, { aspect: check.aspect, severity: severity ?? check.severity, pass, fail, unknown }] as const,
      ];
    }),
  );
}
