import { sectionsOf } from '../../shared/model/checklist.ts';
import type { OwnTemplate } from '../../shared/model/records/checklist.ts';
import type { TemplateProblem } from '../../shared/model/template-problem.ts';
import { checks } from '../checks/index.ts';
import { refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';
import { problem, problemsIn } from './problems.ts';
import { checklistTemplates, readSchemes } from './templates.ts';
import { isShipped } from './upgrade.ts';

/** What is wrong with a template that somebody made; its shape is the schema's matter. */
export function problemsOfOwn({
  template,
  words,
}: Pick<OwnTemplate, 'template' | 'words'>): TemplateProblem[] {
  const spoken = Object.entries(words);
  return [
    ...(isShipped(template.id)
      ? [problem('shipped', [], template.id, `'${template.id}' is a template that Fieldbook ships.`)]
      : []),
    ...problemsIn([...checklistTemplates(), template], {
      checks: new Set(checks.map(({ id }) => id)),
      schemes: readSchemes(),
    }),
    ...(spoken.length === 0 ? [problem('no-words', [], '', 'It has no words in any language.')] : []),
    ...spoken.flatMap(([language, { items, sections }]) => [
      ...template.items
        .filter(({ id }) => !items[id])
        .map(({ id }) => problem('item-no-words', [id], language, `'${id}' has no words in '${language}'.`)),
      ...template.items.flatMap((item) =>
        item.kind === 'choice' && items[item.id]
          ? item.choices
              .filter(({ id }) => !items[item.id]!.choices?.[id]?.trim())
              .map(({ id }) =>
                problem(
                  'choice-no-words',
                  [item.id],
                  id,
                  `The choice '${id}' of '${item.id}' has no words in '${language}'.`,
                ),
              )
          : [],
      ),
      ...sectionsOf(template)
        .filter((section) => !sections[section])
        .map((section) =>
          problem('section-no-title', [], section, `The section '${section}' has no title in '${language}'.`),
        ),
    ]),
  ];
}

/** Throws when a template cannot be used as it is. */
export function checkTemplate(template: OwnTemplate, texts: Texts): void {
  const problems = problemsOfOwn(template)
    .slice(0, 5)
    .map(({ code, items, named }) => {
      const sentence = texts.t(`pages.checklists.problems.${code}`, { named });
      return items.length === 1 ? `${items[0]}: ${sentence}` : sentence;
    });
  if (problems.length > 0)
    throw refusal(
      texts,
      texts.t('files.templates.notWhole', { problems: problems.join(' ') }),
      texts.t('files.templates.mend'),
    );
}
