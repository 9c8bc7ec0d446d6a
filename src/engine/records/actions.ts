/**
 * Everything that a step of the journal can be, beside taking back and doing again. The audit trail has a sentence for
 * each, which the compiler sees to: `trail/told/`.
 */
export const actions = [
  'checklist.accept',
  'checklist.adopt',
  'checklist.answer',
  'checklist.bulk',
  'checklist.drop',
  'checklist.targets',
  'comment.add',
  'comment.edit',
  'comment.remove',
  'decision.decide',
  'decision.lift',
  'evidence.add',
  'evidence.copy',
  'evidence.link',
  'evidence.remove',
  'evidence.save',
  'evidence.unlink',
  'recommendation.accept',
  'recommendation.adopt',
  'recommendation.dismiss',
  'recommendation.edit',
  'recommendation.import',
  'recommendation.keep',
  'recommendation.merge',
  'recommendation.pull',
  'recommendation.restore',
  'recommendation.write',
  'roadmap.capacity',
  'roadmap.plan',
  'system.add',
  'system.import',
  'system.remove',
  'system.save',
  'template.remove',
  'template.save',
] as const;
export type Action = (typeof actions)[number];
/** The actions of a part, such as `evidence.add` of `evidence`. */
export type ActionsOf<P extends string> = Extract<Action, `${P}.${string}`>;
