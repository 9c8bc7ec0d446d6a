import type { Texts } from '../../texts.ts';
import type { PlanAction } from './actions.ts';
import { resultWords } from './table.ts';

/** What an issue tracker gets to read: the recommendation as Markdown. */
export function issueBody({ detail, before }: PlanAction, { t }: Texts): string {
  const { problem, outcome, steps, risks, metrics } = detail.words;
  const section = (key: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${t(`advice.columns.${key}`)}`, '', ...lines, ''];
  return [
    ...section('problem', [problem].filter(Boolean)),
    ...section('outcome', [outcome].filter(Boolean)),
    ...section(
      'steps',
      steps.map((step, at) => `${at + 1}. ${step}`),
    ),
    ...section(
      'acceptance',
      detail.acceptance.map(({ text, result, unread }) => {
        const known = result === 'met-where-read' ? ` (${resultWords({ result, unread }, t)})` : '';
        return `- [${result === 'met' ? 'x' : ' '}] ${text}${known}`;
      }),
    ),
    ...section(
      'risks',
      risks.map((risk) => `- ${risk}`),
    ),
    ...section(
      'metrics',
      metrics.map((metric) => `- ${metric}`),
    ),
    ...section(
      'before',
      before.map(({ ref, title }) => `- ${ref ? `${ref} ` : ''}${title}`),
    ),
  ]
    .join('\n')
    .trimEnd();
}

/** Labels without spaces, which Jira does not take. */
export const labelsOf = ({ item }: PlanAction): string[] => [
  'fieldbook',
  item.track,
  item.kind,
  ...(item.horizon ? [item.horizon] : []),
];
