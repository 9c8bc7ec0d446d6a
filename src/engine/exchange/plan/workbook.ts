import type { Worksheet } from 'exceljs';
import type { Texts } from '../../texts.ts';
import type { PlanAction } from './actions.ts';
import { planColumns } from './table.ts';

/** Widths in characters; what is not named gets the usual one. */
const widths: Record<string, number> = {
  ref: 6,
  title: 44,
  owner: 20,
  problem: 60,
  outcome: 60,
  steps: 70,
  acceptance: 60,
  risks: 50,
  metrics: 40,
};
const USUAL = 14;
const money = '#,##0.00';
const formats: Record<string, string> = {
  saving: money,
  advisory: money,
  effort: '0.0',
  from: 'yyyy-mm-dd',
  to: 'yyyy-mm-dd',
};
const days = new Set(['from', 'to']);
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0F766E' } } as const;

/** The action plan as a workbook: a sheet of the actions, and one with a line for each step to tick off. */
export async function planWorkbook(
  actions: readonly PlanAction[],
  texts: Texts,
  made: { title: string; at: Date },
): Promise<Uint8Array> {
  // Loaded when it is first needed: few sessions write a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'Fieldbook';
  book.title = made.title;
  book.created = made.at;
  book.modified = made.at;
  const { t } = texts;

  const plan = book.addWorksheet(t('advice.sheets.plan'), landscape);
  plan.columns = Object.keys(planColumns).map((key) => ({
    key,
    header: t(`advice.columns.${key}`),
    width: widths[key] ?? USUAL,
    ...(formats[key] && { style: { numFmt: formats[key] } }),
  }));
  for (const action of actions)
    plan.addRow(
      Object.fromEntries(
        Object.entries(planColumns).map(([key, cell]) => {
          const value = cell(action, texts);
          return [key, days.has(key) && typeof value === 'string' ? new Date(value) : value];
        }),
      ),
    );
  dress(plan, 2);

  const steps = book.addWorksheet(t('advice.sheets.steps'), landscape);
  steps.columns = [
    { key: 'ref', header: t('advice.columns.ref'), width: 6 },
    { key: 'title', header: t('advice.columns.title'), width: 44 },
    { key: 'number', header: t('advice.columns.step'), width: 8 },
    { key: 'step', header: t('advice.columns.steps'), width: 100 },
    { key: 'owner', header: t('advice.columns.owner'), width: 20 },
  ];
  for (const { ref, item, detail } of actions)
    for (const [at, step] of detail.words.steps.entries())
      steps.addRow({ ref, title: item.title, number: at + 1, step, owner: item.owner || null });
  dress(steps, 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const landscape = {
  pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
} as const;

/** Head, filter, and first columns that stay in view. */
function dress(sheet: Worksheet, frozen: number): void {
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columnCount } };
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.eachRow((row, number) => {
    row.alignment = { vertical: 'top', wrapText: true };
    if (number > 1) return;
    row.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    row.eachCell((cell) => {
      cell.fill = HEAD;
    });
  });
}
