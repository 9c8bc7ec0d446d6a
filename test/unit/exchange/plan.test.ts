import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { PlanAction } from '../../../src/engine/exchange/plan/actions.ts';
import { calendar } from '../../../src/engine/exchange/plan/calendar.ts';
import { githubLines } from '../../../src/engine/exchange/plan/github.ts';
import { jiraTable } from '../../../src/engine/exchange/plan/jira.ts';
import { wiki } from '../../../src/engine/exchange/plan/markup.ts';
import { planTable } from '../../../src/engine/exchange/plan/table.ts';
import { planWorkbook } from '../../../src/engine/exchange/plan/workbook.ts';
import type { Table } from '../../../src/engine/exchange/tables.ts';
import { textsOf } from '../../../src/engine/texts.ts';

const action = (ref: string, more: Partial<PlanAction['item']> = {}): PlanAction => ({
  ref,
  item: {
    id: `0000-${ref}`,
    state: 'adopted',
    library: 'gp2-to-gp3',
    title: 'Move volumes, "all"; to gp3',
    track: 'infrastructure',
    kind: 'enhancements',
    rank: 1,
    severity: 'critical',
    findings: 12,
    resources: 9,
    counted: 93_400_000,
    advisory: 0,
    answers: 0,
    systems: 0,
    effort: 1.5,
    restart: false,
    impact: {},
    checks: [],
    prerequisites: [],
    horizon: 'now',
    status: 'in-progress',
    owner: 'Marta Solís',
    from: '2026-11-23',
    to: '2026-12-31',
    closedAt: null,
    changedHere: false,
    changedInLibrary: false,
    dismissed: null,
    progress: null,
    warnings: [],
    afterwards: { score: 80, counted: 0 },
    ...more,
  },
  detail: {
    words: {
      title: '',
      problem: '=cmd() is what they pay for.',
      outcome: `One generation of volumes, ${'with room to grow, '.repeat(6)}añadido.`,
      steps: ['Agree on a night.', 'Move them.'],
      risks: ['Latency during the move.'],
      metrics: ['Cost of EBS a month'],
    },
    acceptance: [
      { id: 'a', text: 'No gp2 is left', result: 'met', checks: ['x'], failing: 0, unread: 0 },
      { id: 'b', text: 'The owner has looked', result: 'open', checks: [], failing: 0, unread: 0 },
    ],
    references: [],
    merged: [],
  },
  before: [{ ref: 'A-09', title: 'Plan backups' }],
});
const bare = action('A-02', {
  severity: null,
  owner: '',
  from: null,
  to: null,
  horizon: null,
  status: 'planned',
});
const actions = [action('A-01'), bare];
const texts = textsOf('en');
const json = ({ columns, rows }: Table) => `${JSON.stringify({ columns, rows: [...rows] }, null, 2)}\n`;
const golden = (name: string) => `./golden/${name}`;

describe('an action plan', () => {
  test('as a table, in both languages', async () => {
    await expect(json(planTable(actions, texts))).toMatchFileSnapshot(golden('plan.en.txt'));
    await expect(json(planTable(actions, textsOf('es')))).toMatchFileSnapshot(golden('plan.es.txt'));
  });

  test('as issues for Jira', async () => {
    await expect(json(jiraTable(actions, texts))).toMatchFileSnapshot(golden('jira.txt'));
  });

  test('as issues for GitHub, those that are open', async () => {
    const lines = githubLines([...actions, action('A-03', { horizon: 'done', status: 'done' })], texts);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(['title', 'body', 'labels']);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden('issues.jsonl'));
  });

  test('as a workbook whose dates are dates and whose amounts are numbers', async () => {
    const bytes = await planWorkbook(actions, texts, { title: 'Plan', at: new Date('2026-11-20T10:00:00Z') });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Action plan', 'Steps']);
    const [plan, steps] = book.worksheets;
    const head = plan!.getRow(1).values as string[];
    const cell = (name: string) => plan!.getRow(2).getCell(head.indexOf(name)).value;
    expect(cell('From')).toEqual(new Date('2026-11-23'));
    expect(cell('Saving a month, counted (USD)')).toBe(93.4);
    // A text, never a formula.
    expect(cell('Problem')).toBe('=cmd() is what they pay for.');
    expect(plan!.rowCount).toBe(3);
    expect(steps!.rowCount).toBe(5);
  });
});

test('a condition that is met where it could be read is not ticked, and says how many places are left', () => {
  const { detail, ...rest } = action('A-01');
  const partly = {
    ...rest,
    detail: {
      ...detail,
      acceptance: [{ ...detail.acceptance[0]!, result: 'met-where-read' as const, unread: 2 }],
    },
  };
  const [issue] = githubLines([partly], texts);
  const said = 'No gp2 is left (met where it could be read; 2 places were not read)';
  expect(JSON.parse(issue!).body).toContain(`- [ ] ${said}`);
  expect([...planTable([partly], texts).rows][0]!['Accepted when']).toBe(said);
});

test('text for Jira reads as it was written, with code as code', () => {
  expect(wiki.text('Deny s3:* on [bucket], {name} and under_score.')).toBe(
    'Deny s3:\\* on \\[bucket\\], \\{name\\} and under\\_score.',
  );
  expect(wiki.text('Run `aws s3 ls *` first.')).toBe('Run {{aws s3 ls *}} first.');
  expect(wiki.text('Then:\n```sh\naws [x]\n```\n# done')).toBe('Then:\n{code}\naws [x]\n{code}\n\\# done');
});

test('Jira is told what is in work, done and blocked', () => {
  const statuses = (['planned', 'in-progress', 'blocked', 'done'] as const).map((status) =>
    action('A-01', { status }),
  );
  const rows = [...jiraTable(statuses, texts).rows];
  expect(rows.map((row) => row.Status)).toEqual(['To Do', 'In Progress', 'To Do', 'Done']);
  expect(rows.map((row) => String(row.Labels).endsWith(' blocked'))).toEqual([false, false, true, false]);
});

describe('a calendar', () => {
  const text = calendar(actions, texts, '2026-11-20T10:00:00.000Z');
  test('holds what has dates, to the day after its last', async () => {
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART;VALUE=DATE:20261123\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20270101\r\n');
    await expect(text).toMatchFileSnapshot(golden('plan.ics'));
  });
  test('has no line longer than 75 octets, and reads the same when it is unfolded', () => {
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:A-01 Move volumes\\, "all"\\; to gp3');
    expect(text.replaceAll('\r\n ', '')).toContain('añadido.');
  });
});
