import type { ActionsOf } from '../../records/actions.ts';
import { changedFields, type Descriptions, type Speaker, type Step } from './describe.ts';

/** Systems by their names, with what was said anew. */
export function tellSystems({ texts }: Speaker): Descriptions<ActionsOf<'system'>, 'system'> {
  const quoted = (text: string) => texts.t('trail.quoted', { text });
  const named = ({ document }: Step<'system'>) => ({ name: quoted(document.name) });
  return {
    'system.add': (step) => ({ values: named(step) }),
    'system.save': (step) => {
      const { before, document } = step;
      if (before && before.name !== document.name)
        return { key: 'renamed', values: { ...named(step), was: quoted(before.name) } };
      const fields = changedFields(before, document).map((field) =>
        texts.t(`pages.inventory.columns.${field}`),
      );
      return { key: 'fields', values: { ...named(step), fields } };
    },
    'system.remove': (step) => ({ values: named(step) }),
    'system.import': (step) => ({ values: named(step) }),
  };
}
