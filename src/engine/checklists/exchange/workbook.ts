import { aspects } from '../../../shared/model/aspect.ts';
import { type ChecklistItem, levels, principles, stages } from '../../../shared/model/checklist.ts';
import type { Language } from '../../../shared/model/languages.ts';
import type { OwnTemplate } from '../../../shared/model/records/checklist.ts';
import { readWorkbook, type SheetRow } from '../../exchange/read-workbook.ts';
import type { Texts } from '../../texts.ts';
import { wordsIn } from '../book.ts';
import { type Asked, type Read, templateOf, unreadable } from './build.ts';

/** Names of the columns; they are not translated, so that a file is read whatever language it was written in. */
const columns = [
  'id',
  'section',
  'question',
  'why',
  'level 0',
  'level 1',
  'level 2',
  'level 3',
  'level 4',
  'weight',
  'aspect',
  'stage',
  'principle',
  'references',
  'checks',
  'evidence',
  'depends on',
] as const;
type Column = (typeof columns)[number];
const wide: ReadonlySet<Column> = new Set(['question', 'why', 'evidence']);

export interface Written<T> {
  content: T;
  warnings: string[];
}

type Row = Record<Column, string | number>;

/** One row for each question; questions with choices or figures become questions with levels, which is said. */
export async function toWorkbook(
  own: OwnTemplate,
  texts: Texts,
  language: Language = texts.language,
): Promise<Written<Uint8Array>> {
  const { sections, items } = wordsIn(own, language);
  const rows = own.template.items.map((item): Row => {
    const words = items[item.id]!;
    return {
      id: item.id,
      section: sections[item.section]!,
      question: words.question,
      why: words.why,
      ...(Object.fromEntries(levels.map((level) => [`level ${level}`, words.levels[level]!])) as Record<
        `level ${(typeof levels)[number]}`,
        string
      >),
      weight: item.weight,
      aspect: item.aspect ?? '',
      stage: item.stage ?? '',
      principle: item.principle ?? '',
      references: item.references.join(' '),
      checks: item.checks.join(' '),
      evidence: words.evidence.join('\n'),
      'depends on': item.dependsOn.map(({ item, atLeast }) => `${item}>=${atLeast}`).join(' '),
    };
  });
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet('Questions', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((name) => ({
    key: name,
    header: name,
    width: wide.has(name) ? 50 : 24,
    style: { alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(rows);
  const content = new Uint8Array(await book.xlsx.writeBuffer());
  const other = own.template.items.filter(({ kind }) => kind !== 'level').map(({ id }) => id);
  return {
    content,
    warnings: other.map((item) => texts.t('files.templates.warnings.sheetByLevels', { item })),
  };
}

/** Reads a sheet with a row of column names; only 'question' has to be there. */
export async function fromWorkbook(
  content: Buffer,
  name: string,
  texts: Texts,
  language: Language = texts.language,
): Promise<Read> {
  const [head, ...body] = await readWorkbook(content).catch((error) => {
    throw unreadable(texts, texts.t('files.templates.noWorkbook'), error);
  });
  const names = head?.cells.map((cell) => cell.trim().toLocaleLowerCase()) ?? [];
  if (!names.includes('question')) throw unreadable(texts, texts.t('files.templates.noColumn'));
  const warnings = names
    .filter((one) => one !== '' && !(columns as readonly string[]).includes(one))
    .map((column) => texts.t('files.templates.warnings.column', { column }));
  const cell = ({ cells }: SheetRow, column: Column): string => cells[names.indexOf(column)]?.trim() ?? '';
  const asked = body.flatMap((row): Asked[] => {
    const question = cell(row, 'question');
    if (question === '') return [];
    const one = <T extends string>(column: Column, known: readonly T[]): T | null => {
      const value = cell(row, column);
      if (value === '') return null;
      const found = known.find((each) => each === value);
      if (!found) warnings.push(texts.t('files.templates.warnings.value', { line: row.line, value, column }));
      return found ?? null;
    };
    const weight = Math.round(Number(cell(row, 'weight')));
    return [
      {
        section: cell(row, 'section') || texts.t('files.templates.section'),
        item: {
          kind: 'level',
          id: cell(row, 'id') || `question-${row.line - 1}`,
          weight: weight >= 1 && weight <= 5 ? weight : 3,
          aspect: one('aspect', aspects),
          stage: one('stage', stages),
          principle: one('principle', principles),
          references: listed(cell(row, 'references')),
          checks: listed(cell(row, 'checks')),
          dependsOn: listed(cell(row, 'depends on')).flatMap(dependency),
        },
        words: {
          question,
          why: cell(row, 'why'),
          levels: levels.map((level) => cell(row, `level ${level}`) || String(level)),
          evidence: cell(row, 'evidence').split('\n').filter(Boolean),
        },
      },
    ];
  });
  return templateOf({ id: name, title: name, lead: '' }, asked, language, texts, warnings);
}

const listed = (text: string): string[] => text.split(/\s+/).filter(Boolean);

function dependency(text: string): ChecklistItem['dependsOn'] {
  const [, item, atLeast] = /^(\S+)>=([1-4])$/.exec(text) ?? [];
  return item ? [{ item, atLeast: Number(atLeast) as 1 }] : [];
}
