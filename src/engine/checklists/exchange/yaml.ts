import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { checklistTemplateSchema } from '../../../shared/model/checklist.ts';
import { languages } from '../../../shared/model/languages.ts';
import { type OwnTemplate, templateWordsSchema } from '../../../shared/model/records/checklist.ts';
import { type Read, unreadable } from './build.ts';

const schema = z.strictObject({
  template: checklistTemplateSchema,
  words: z.partialRecord(z.enum(languages), templateWordsSchema),
});

/** The whole template with all its words, for version control and for editing by hand. */
export const toYaml = ({ template, words }: OwnTemplate): string =>
  stringify({ template, words }, { lineWidth: 110 });

/** Reads what `toYaml` writes; without aliases, which could make a small file a huge one. */
export function fromYaml(text: string): Read {
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw unreadable((error as Error).message, error);
  }
  const parsed = schema.safeParse(document);
  if (!parsed.success) throw unreadable(z.prettifyError(parsed.error));
  return { template: { id: parsed.data.template.id, ...parsed.data }, warnings: [] };
}
