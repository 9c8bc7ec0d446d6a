import type { Severity } from '../../../shared/model/finding.ts';
import type { ActionStatus } from '../../../shared/model/records/recommendation.ts';
import type { Texts } from '../../texts.ts';
import type { Table } from '../tables.ts';
import type { PlanAction } from './actions.ts';
import { issueBody, labelsOf } from './issue.ts';
import { wiki } from './markup.ts';

/** Jira's own names of priorities, which its import knows without mapping. */
const priorities: Record<Severity, string> = {
  critical: 'Highest',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** The statuses of a new project of Jira, which has none for what is blocked: that is a label. */
const statuses: Record<ActionStatus, string> = {
  planned: 'To Do',
  'in-progress': 'In Progress',
  blocked: 'To Do',
  done: 'Done',
};

const SECONDS_A_DAY = 8 * 3600;

/**
 * What Jira's import of CSV reads (Atlassian: "Importing data from CSV"): field names in English, one issue a row,
 * labels parted by spaces, texts in Jira's wiki markup, an estimate in seconds of eight-hour days, and dates as yyyy-MM-dd, which the import asks for.
 */
export function jiraTable(actions: readonly PlanAction[], texts: Texts): Table {
  return {
    columns: [
      'Issue ID',
      'Summary',
      'Issue Type',
      'Status',
      'Priority',
      'Labels',
      'Description',
      'Original Estimate',
      'Start Date',
      'Due Date',
      'External Owner',
    ],
    rows: actions.map((action) => {
      const { item } = action;
      return {
        'Issue ID': action.ref,
        Summary: item.title,
        'Issue Type': 'Task',
        Status: statuses[item.status],
        Priority: item.severity ? priorities[item.severity] : 'Medium',
        Labels: [...labelsOf(action), ...(item.status === 'blocked' ? ['blocked'] : [])].join(' '),
        Description: issueBody(action, texts, wiki),
        'Original Estimate': Math.round(item.effort * SECONDS_A_DAY),
        'Start Date': item.from,
        'Due Date': item.to,
        'External Owner': item.owner || null,
      };
    }),
  };
}
