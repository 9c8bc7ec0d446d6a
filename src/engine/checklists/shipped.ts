import type { ChecklistTemplate } from '../../shared/model/checklist.ts';
import { languages } from '../../shared/model/languages.ts';
import {
  type OwnTemplate,
  type TemplateWords,
  templateWordsSchema,
} from '../../shared/model/records/checklist.ts';
import { type Texts, textsOf } from '../texts.ts';
import { checklistTemplates } from './templates.ts';

let loaded: readonly OwnTemplate[] | undefined;

/** The templates that Fieldbook ships, each with its words in all languages. */
export function shippedTemplates(): readonly OwnTemplate[] {
  loaded ??= checklistTemplates().map((template) => ({
    id: template.id,
    template,
    words: Object.fromEntries(languages.map((language) => [language, wordsOf(template, textsOf(language))])),
  }));
  return loaded;
}

const wordsOf = ({ id, items }: ChecklistTemplate, texts: Texts): TemplateWords =>
  templateWordsSchema.parse({
    ...(texts.table(`checklists.${id}`) as object),
    items: Object.fromEntries(items.map((item) => [item.id, texts.table(`checklists.${item.id}`)])),
  });
