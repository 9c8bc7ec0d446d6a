import type { Language } from '../../../shared/model/languages.ts';
import type { OwnTemplate } from '../../../shared/model/records/checklist.ts';
import { renamed } from '../../../shared/renamed.ts';
import type { Texts } from '../../texts.ts';
import { isShipped } from '../upgrade.ts';
import type { Read } from './build.ts';
import { fromCustomLens, toCustomLens } from './custom-lens.ts';
import { fromWorkbook, toWorkbook, type Written } from './workbook.ts';
import { fromYaml, toYaml } from './yaml.ts';

export type TemplateFormat = 'custom-lens' | 'yaml' | 'xlsx';

/** A template out of a file's content, base 64. One that has the id of a shipped template gets an id of its own. */
export async function readTemplate(
  { name, content, format }: { name: string; content: string; format: TemplateFormat },
  texts: Texts,
  language: Language = texts.language,
): Promise<Read> {
  const bytes = Buffer.from(content, 'base64');
  const read = await (format === 'xlsx'
    ? fromWorkbook(bytes, name.replace(/\.[^.]*$/, ''), texts, language)
    : format === 'yaml'
      ? fromYaml(bytes.toString('utf8'), texts)
      : fromCustomLens(bytes.toString('utf8'), texts, language));
  return isShipped(read.template.id)
    ? { ...read, template: renamed(read.template, `own-${read.template.id}`) }
    : read;
}

/** The content of a file, and in sentences what it cannot hold. */
export async function writtenTemplate(
  template: OwnTemplate,
  format: TemplateFormat,
  texts: Texts,
  language: Language = texts.language,
): Promise<Written<string | Uint8Array>> {
  switch (format) {
    case 'yaml':
      return { content: toYaml(template), warnings: [] };
    case 'xlsx':
      return toWorkbook(template, texts, language);
    case 'custom-lens':
      return toCustomLens(template, texts, language);
  }
}
