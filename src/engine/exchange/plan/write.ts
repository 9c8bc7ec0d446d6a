import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { planFormats } from '../../../shared/contract/roadmap.ts';
import type { Session } from '../../session.ts';
import type { Texts } from '../../texts.ts';
import { asWriteError, writeTable } from '../write-table.ts';
import { planActions } from './actions.ts';
import { calendar } from './calendar.ts';
import { githubLines } from './github.ts';
import { jiraTable } from './jira.ts';
import { planTable } from './table.ts';
import { planWorkbook } from './workbook.ts';

interface Wanted {
  snapshot: string | undefined;
  format: (typeof planFormats)[number];
  path: string;
}

/** Writes the adopted recommendations in a format; the file appears under its name only when it is whole. */
export async function writePlan(
  session: Session,
  { snapshot, format, path }: Wanted,
  texts: Texts,
  signal: AbortSignal,
): Promise<{ path: string; rows: number }> {
  const actions = planActions(session, snapshot, texts);
  const now = session.now();
  switch (format) {
    case 'csv':
    case 'json':
      return writeTable(path, format, planTable(actions, texts), signal);
    case 'jira':
      return writeTable(path, 'csv', jiraTable(actions, texts), signal);
    case 'xlsx': {
      const title = `${session.engagement.client}: ${texts.t('advice.sheets.plan')}`;
      return write(path, await planWorkbook(actions, texts, { title, at: now }), actions.length, signal);
    }
    case 'github': {
      const lines = githubLines(actions, texts);
      return write(path, lines.map((line) => `${line}\n`).join(''), lines.length, signal);
    }
    case 'ics': {
      const dated = actions.filter(({ item }) => item.from && item.to).length;
      return write(path, calendar(actions, texts, now.toISOString()), dated, signal);
    }
  }
}

async function write(path: string, data: string | Uint8Array, rows: number, signal: AbortSignal) {
  const target = resolve(path);
  const partial = `${target}.part`;
  try {
    await writeFile(partial, data, { mode: 0o600, signal });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
  return { path: target, rows };
}
