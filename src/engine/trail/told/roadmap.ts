import type { Plan } from '../../../shared/model/records/recommendation.ts';
import { planSchema } from '../../../shared/model/records/recommendation.ts';
import { wordsIn } from '../../recommendations/words.ts';
import { changedFields, type Descriptions, type Speaker } from './describe.ts';

/** Where an action went, who does it, when, and how it stands. */
export function tellPlans({ texts }: Speaker): Descriptions<'roadmap.plan', 'recommendation'> {
  const say = (key: string, values: Record<string, unknown> = {}) => texts.t(`trail.plan.${key}`, values);
  const term = ({ from, to }: Plan): string => {
    if (from !== null && to !== null) return say('dates', { from, to });
    if (from !== null) return say('from', { from });
    return to === null ? say('noDates') : say('to', { to });
  };
  const partsOf = (was: Plan, plan: Plan): string[] => {
    const fields = new Set(changedFields(was, plan));
    const parts: string[] = [];
    if (fields.has('horizon'))
      parts.push(say('horizon', { horizon: texts.t(`advice.horizons.${plan.horizon ?? 'unplanned'}`) }));
    if (fields.has('from') || fields.has('to')) parts.push(term(plan));
    if (fields.has('owner'))
      parts.push(plan.owner === '' ? say('noOwner') : say('owner', { owner: plan.owner }));
    // Coming back from done is told by where it went.
    if (fields.has('status') && !(fields.has('horizon') && plan.status === 'planned'))
      parts.push(say('status', { status: texts.t(`advice.statuses.${plan.status}`) }));
    if (parts.length === 0) parts.push(say('order'));
    return parts;
  };
  return {
    'roadmap.plan': ({ document, before }) => {
      const title = texts.t('trail.quoted', { text: wordsIn(document, texts).title });
      const was = before?.plan ?? planSchema.parse({});
      if (document.plan.horizon === 'done' && was.horizon !== 'done')
        return { key: 'closed', values: { title } };
      return { key: 'planned', values: { title, what: partsOf(was, document.plan) } };
    },
  };
}

export const tellCapacity = (): Descriptions<'roadmap.capacity', 'roadmap'> => ({
  'roadmap.capacity': ({ document: { capacity }, removed }) => ({
    key: removed ? 'removed' : 'set',
    values: { capacity },
  }),
});
