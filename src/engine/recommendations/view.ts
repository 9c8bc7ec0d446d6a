import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { RecommendationWords } from '../../shared/model/recommendation.ts';
import { titleOf } from '../findings/words.ts';
import { inWords } from '../inventory/words.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import { resultOf } from './acceptance.ts';
import type { Action } from './actions.ts';
import { effortOf } from './effort.ts';
import { entriesIn, leavesOf } from './entries.ts';
import { impactOf } from './impact.ts';
import { library, wordsOf } from './library.ts';
import { codeIn, needsRestart, type Part, partsIn, referencesIn, shippedPart } from './parts.ts';
import type { Situation } from './situation.ts';
import { worstOf } from './tally.ts';
import { changedHere, changedInLibrary, libraryWords, wordsIn } from './words.ts';

export type ActionRow = z.input<Contract['recommendations']['list']['result']>['actions'][number];
export type ActionDetail = z.input<Contract['recommendations']['get']['result']>;

/** Whether an action that stands answers to an id. */
const isNamed = ({ id, state, record }: Action, named: string): boolean =>
  state !== 'dismissed' && (id === named || (record !== null && entriesIn(record).includes(named)));

/** What an action says in a language. */
export const wordsOfAction = ({ record, entry, id }: Action, texts: Texts): RecommendationWords =>
  record ? wordsIn(record, texts) : wordsOf(entry?.id ?? id, texts);

const partsOf = ({ record, entry }: Action): Part[] =>
  record ? partsIn(record, library()) : [shippedPart(entry!)];

export function toRow(action: Action, situation: Situation, texts: Texts): ActionRow {
  const { id, state, record, entry, failing } = action;
  const plan = record?.plan;
  return {
    id,
    state,
    library: record?.library?.id ?? entry?.id ?? null,
    title: wordsOfAction(action, texts).title,
    track: record?.track ?? entry!.track,
    kind: record?.kind ?? entry!.kind,
    rank: action.rank,
    severity: worstOf(failing),
    findings: failing.total,
    resources: failing.resources.size,
    counted: failing.counted,
    advisory: failing.advisory,
    answers: action.called.length,
    systems: action.concerned.length,
    effort: action.effort,
    restart: needsRestart(partsOf(action)),
    impact: record ? impactOf(record, library()) : entry!.impact,
    checks: [...action.checks],
    prerequisites: [...action.prerequisites],
    horizon: plan?.horizon ?? null,
    status: plan?.status ?? 'planned',
    owner: plan?.owner ?? '',
    from: plan?.from ?? null,
    to: plan?.to ?? null,
    closedAt: plan?.closed?.at ?? null,
    changedHere: record ? changedHere(record, texts).length > 0 : false,
    changedInLibrary: record ? changedInLibrary(record, texts) : false,
    dismissed: record?.dismissed ?? null,
    progress: situation.progress(action)?.progress ?? null,
  };
}

export function toDetail(action: Action, situation: Situation, session: Session, texts: Texts): ActionDetail {
  const { record, entry, failing } = action;
  const { acceptance, ...words } = wordsOfAction(action, texts);
  const parts = partsOf(action);
  const conditions = record?.acceptance ?? entry!.acceptance.map((one) => ({ ...one, met: null }));
  const title = (id: string) => {
    const other = situation.actions.find((one) => one.id === id)!;
    return { id, title: wordsOfAction(other, texts).title, horizon: other.record?.plan.horizon ?? null };
  };
  return {
    ...toRow(action, situation, texts),
    words,
    libraryWords: record ? libraryWords(record, texts) : wordsOf(entry!.id, texts),
    changedFields: record ? changedHere(record, texts) : [],
    language: texts.language,
    ownEffort: record?.effort ?? null,
    sized: record === null || effortOf(record, library()) !== null,
    acceptance: conditions.map((one) => ({
      id: one.id,
      text: acceptance[one.id] ?? '',
      checks: one.checks,
      ...resultOf(one, situation.summary, situation.unreadPlaces),
    })),
    code: codeIn(parts),
    references: referencesIn(parts),
    checkList: action.checks.flatMap((id) => {
      const check = session.checks.get(id);
      const counts = situation.summary[id];
      return check
        ? [
            {
              id,
              title: titleOf(id, texts),
              severity: counts?.severity ?? check.severity,
              findings: counts?.counts.fail ?? 0,
              counted: counts?.counted ?? 0,
            },
          ]
        : [];
    }),
    items: action.called.flatMap((id) =>
      texts.has(`checklists.${id}.question`) ? [{ id, question: texts.t(`checklists.${id}.question`) }] : [],
    ),
    systemList: action.concerned.map(({ id, name, verdicts }) => ({
      id,
      name,
      reasons: verdicts.map((verdict) => inWords(verdict, texts).reason),
    })),
    before: action.prerequisites.map(title),
    elsewhere: (record?.prerequisites ?? [])
      .filter((named) => !situation.actions.some((one) => isNamed(one, named)))
      .map((named) => ({
        id: named,
        title: library().byId.has(named) ? wordsOf(named, texts).title : named,
      })),
    merged: (record ? leavesOf(record).slice(1) : []).map((one) => ({
      id: one.library?.id ?? one.source?.id ?? one.id,
      title: wordsIn(one, texts).title,
    })),
    changes: situation.progress(action)?.changes ?? null,
    resources: failing.resources.size,
  };
}
