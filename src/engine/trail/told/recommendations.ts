import { wordsIn } from '../../recommendations/words.ts';
import type { ActionsOf } from '../../records/actions.ts';
import type { Descriptions, Speaker, Step } from './describe.ts';

/** Recommendations by their titles. */
export function tellRecommendations({
  texts,
}: Speaker): Descriptions<ActionsOf<'recommendation'>, 'recommendation'> {
  const quoted = (text: string) => texts.t('trail.quoted', { text });
  const titled = ({ document }: Step<'recommendation'>) => ({
    title: quoted(wordsIn(document, texts).title),
  });
  const plain = (step: Step<'recommendation'>) => ({ values: titled(step) });
  return {
    'recommendation.accept': (step) => {
      const { document, before } = step;
      const seen = document.acceptance.find(
        ({ id, met }) => met !== (before?.acceptance.find((one) => one.id === id)?.met ?? null),
      );
      const condition = quoted((seen && wordsIn(document, texts).acceptance[seen.id]) ?? '');
      const key = seen?.met === true ? 'met' : seen?.met === false ? 'unmet' : 'open';
      return { key, values: { ...titled(step), condition } };
    },
    'recommendation.adopt': plain,
    'recommendation.dismiss': plain,
    'recommendation.edit': plain,
    'recommendation.import': plain,
    'recommendation.keep': plain,
    'recommendation.merge': plain,
    'recommendation.pull': plain,
    'recommendation.restore': plain,
    'recommendation.write': plain,
  };
}
