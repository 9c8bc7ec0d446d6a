import type { z } from 'zod';
import type { FieldbookError } from '../../../shared/contract/errors.ts';
import { kebabOf } from '../../../shared/kebab.ts';
import { type ChecklistItem, checklistItemSchema } from '../../../shared/model/checklist.ts';
import type { Language } from '../../../shared/model/languages.ts';
import {
  type ItemWords,
  itemWordsSchema,
  type OwnTemplate,
} from '../../../shared/model/records/checklist.ts';
import { parsed, problemsOf, refusal } from '../../refusal.ts';
import type { Texts } from '../../texts.ts';

/** A file read: the template, and in sentences what of the file could not be taken over. */
export interface Read {
  template: OwnTemplate;
  warnings: string[];
}

/** A question as files have it. */
export interface Asked {
  /** With the section's words, when they are not its name. */
  section: string;
  item: Partial<ChecklistItem> & { id: string; kind: ChecklistItem['kind'] };
  words: Partial<ItemWords> & { question: string };
}

/** A template of what was read in one language; refused in that of the texts. Ids become what ids are, and begin with the template's. */
export function templateOf(
  head: { id: string; title: string; lead: string; version?: string; order?: number },
  asked: readonly Asked[],
  language: Language,
  texts: Texts,
  warnings: string[],
): Read {
  const id = kebabOf(head.id, 'own');
  const ids = new Map<string, string>();
  for (const [at, { item }] of asked.entries()) {
    const own = kebabOf(item.id, `question-${at + 1}`);
    const wanted = own.startsWith(`${id}-`) ? own : `${id}-${own}`;
    let free = wanted;
    for (let n = 2; [...ids.values()].includes(free); n++) free = `${wanted}-${n}`;
    ids.set(item.id, free);
  }
  const sections: Record<string, string> = {};
  const words: Record<string, ItemWords> = {};
  const items = asked.map(({ section, item, words: said }, at) => {
    const part = kebabOf(section, `section-${at + 1}`);
    sections[part] ??= section;
    const own = ids.get(item.id)!;
    words[own] = checked(texts, itemWordsSchema, { levels: ['0', '1', '2', '3', '4'], ...said }, item.id);
    return checked(
      texts,
      checklistItemSchema,
      {
        aspect: null,
        stage: null,
        principle: null,
        weight: 3,
        references: [],
        checks: [],
        ...item,
        dependsOn: (item.dependsOn ?? []).map((one) => ({ ...one, item: ids.get(one.item) ?? one.item })),
        id: own,
        section: part,
      },
      item.id,
    );
  });
  if (items.length === 0) throw unreadable(texts, texts.t('files.templates.noQuestion'));
  return {
    template: {
      id,
      template: { id, version: head.version ?? '1.0.0', order: head.order ?? 100, items },
      words: { [language]: { title: head.title, lead: head.lead, sections, items: words } },
    },
    warnings,
  };
}

function checked<T>(texts: Texts, schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = parsed(schema, value, texts);
  if (!read.success) throw unreadable(texts, `${where}: ${problemsOf(read.error, texts)}`);
  return read.data;
}

export const unreadable = (texts: Texts, why: string, cause?: unknown): FieldbookError =>
  refusal(texts, texts.t('files.templates.refused', { why }), texts.t('files.templates.next'), { cause });
