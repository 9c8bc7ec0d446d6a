import type { OwnTemplate } from '../../shared/model/records/checklist.ts';
import { cannot } from '../cannot.ts';
import { wordsIn } from '../checklists/book.ts';
import { readTemplate, writtenTemplate } from '../checklists/exchange/index.ts';
import { checkTemplate, problemsOfOwn } from '../checklists/own.ts';
import { allTemplates, isShipped, templateWith } from '../checklists/upgrade.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { writeText } from '../exchange/write-text.ts';
import type { Texts } from '../texts.ts';

type TemplateCalls = Pick<
  DomainHandlers<'checklists'>,
  | 'templates'
  | 'template'
  | 'saveTemplate'
  | 'templateProblems'
  | 'removeTemplate'
  | 'importTemplate'
  | 'exportTemplate'
>;

/** Templates: those that ship and those that are made here. */
export const templateHandlers = (context: EngineContext): TemplateCalls => {
  const save = (template: OwnTemplate, texts: Texts) => {
    checkTemplate(template, texts);
    return context.change('template.save', (changes) => changes.put('template', template));
  };
  return {
    templates(_, call) {
      const session = context.session();
      const { language } = context.texts(call);
      return {
        templates: allTemplates(session).map((one) => {
          const { title, lead } = wordsIn(one, language);
          return {
            id: one.id,
            title,
            lead,
            version: one.template.version,
            items: one.template.items.length,
            own: !isShipped(one.id),
            adopted: session.records.get('checklist', one.id)?.template.version ?? null,
          };
        }),
      };
    },
    template({ id }) {
      const { template, words } = templateWith(context.session(), id);
      return { template, words, own: !isShipped(id) };
    },
    saveTemplate({ template, words }, call) {
      const { step } = save({ id: template.id, template, words }, context.texts(call));
      return { step, id: template.id };
    },
    templateProblems: (template) => ({ problems: problemsOfOwn(template) }),
    removeTemplate({ id }) {
      templateWith(context.session(), id);
      if (isShipped(id)) throw cannot('bad-input', 'checklists.templateShipped', { id });
      const { step } = context.change('template.remove', (changes) => changes.remove('template', id));
      return { step };
    },
    async importTemplate({ language, ...file }, call) {
      const texts = context.texts(call);
      const { template, warnings } = await readTemplate(file, texts, language);
      const { step } = save(template, texts);
      return { step, id: template.id, items: template.template.items.length, warnings };
    },
    async exportTemplate({ id, format, path, language }, call) {
      const { content, warnings } = await writtenTemplate(
        templateWith(context.session(), id),
        format,
        context.texts(call),
        language,
      );
      return { path: await writeText(path, content), warnings };
    },
  };
};
