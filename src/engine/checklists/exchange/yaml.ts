import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { checklistTemplateSchema } from '../../../shared/model/checklist.ts';
import { languages } from '../../../shared/model/languages.ts';
import { type OwnTemplate, templateWordsSchema } from '../../../shared/model/records/checklist.ts';
import { parsed, problemsOf } from '../../refusal.ts';
import type { Texts } from '../../texts.ts';
import { type Read, unreadable } from './build.ts';

const schema = z.strictObject({
  template: checklistTemplateSchema,
  words: z.partialRecord(z.enum(languages), templateWordsSchema),
});

/** The whole template with all its words, for version control and for editing by hand. */
export const toYaml = ({ template, words }: OwnTemplate): string =>
  stringify({ template, words }, { lineWidth: 110 });

/** Reads what `toYaml` writes; without aliases, which could make a small file a huge one. */
export function fromYaml(text: string, texts: Texts): Read {
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw unreadable(texts, texts.t('files.templates.noYaml', { reason: (error as Error).message }), error);
  }
  const read = parsed(schema, document, texts);
  if (!read.success) throw unreadable(texts, problemsOf(read.error, texts));
  return { template: { id: read.data.template.id, ...read.data }, warnings: [] };
}
