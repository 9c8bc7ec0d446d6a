import { actionRef } from '../../recommendations/action-ref.ts';
import { type RoadmapItem, roadmapOf } from '../../recommendations/roadmap.ts';
import { findAction, situationOf } from '../../recommendations/situation.ts';
import { type ActionDetail, toDetail } from '../../recommendations/view.ts';
import type { Session } from '../../session.ts';
import type { Texts } from '../../texts.ts';

/** An adopted recommendation as it leaves the engagement. */
export interface PlanAction {
  /** `A-01`: its place in this plan, as reports number it. */
  ref: string;
  item: RoadmapItem;
  detail: Pick<ActionDetail, 'words' | 'acceptance' | 'references' | 'merged'>;
  /** Those that go before it, with their places in this plan; proposals have none. */
  before: { ref: string | null; title: string }[];
}

/** The adopted recommendations in the order of the roadmap. */
export function planActions(session: Session, snapshot: string | undefined, texts: Texts): PlanAction[] {
  const situation = situationOf(session, snapshot);
  const { items } = roadmapOf(session, snapshot, texts);
  const refs = new Map(items.map(({ id }, at) => [id, actionRef(at + 1)]));
  return items.map((item) => {
    const detail = toDetail(findAction(situation, item.id, texts), situation, session, texts);
    return {
      ref: refs.get(item.id)!,
      item,
      detail,
      before: detail.before.map(({ id, title }) => ({ ref: refs.get(id) ?? null, title })),
    };
  });
}
