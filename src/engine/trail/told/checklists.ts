import type { dimensions } from '../../../shared/model/records/checklist.ts';
import { wordsIn } from '../../checklists/book.ts';
import type { ActionsOf } from '../../records/actions.ts';
import type { Descriptions, Speaker, Step } from './describe.ts';

/** Checklists and templates by their titles. */
export function tellChecklists({
  texts,
}: Speaker): Descriptions<'checklist.accept' | 'checklist.adopt' | 'checklist.drop', 'checklist'> &
  Descriptions<ActionsOf<'template'>, 'template'> {
  const titled = ({ document }: Step<'checklist'> | Step<'template'>) => ({
    title: texts.t('trail.quoted', { text: wordsIn(document, texts.language).title }),
    version: document.template.version,
  });
  const plain = (step: Step<'checklist'> | Step<'template'>) => ({ values: titled(step) });
  return {
    'checklist.accept': plain,
    'checklist.adopt': plain,
    'checklist.drop': plain,
    'template.save': (step) => ({ key: step.before ? 'changed' : 'made', values: titled(step) }),
    'template.remove': plain,
  };
}

const wordsOf = {
  aspect: 'findings.aspects',
  stage: 'checklists.stages',
  principle: 'checklists.principles',
};

/** What is to be reached, by what it is reached in. */
export const tellTargets = ({ texts }: Speaker): Descriptions<'checklist.targets', 'maturity-target'> => ({
  'checklist.targets': ({ document: { id, percent }, removed }) => {
    const [dimension, value] = id.split(':') as [keyof typeof dimensions, string];
    return {
      key: removed ? 'removed' : 'set',
      values: { of: texts.t(`${wordsOf[dimension]}.${value}`), percent },
    };
  },
});
