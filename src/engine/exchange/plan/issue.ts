import type { Texts } from '../../texts.ts';
import type { PlanAction } from './actions.ts';
import type { Markup } from './markup.ts';
import { resultWords } from './table.ts';

/** What an issue tracker gets to read: the recommendation in the tracker's own markup. */
export function issueBody({ detail, before }: PlanAction, { t }: Texts, markup: Markup): string {
  const { problem, outcome, steps, risks, metrics } = detail.words;
  const { heading, step, bullet, condition, text } = markup;
  const section = (key: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [heading(t(`advice.columns.${key}`)), '', ...lines, ''];
  const bullets = (items: readonly string[]) => items.map((item) => bullet(text(item)));
  return [
    ...section('problem', [problem].filter(Boolean).map(text)),
    ...section('outcome', [outcome].filter(Boolean).map(text)),
    ...section(
      'steps',
      steps.map((one, at) => step(at + 1, text(one))),
    ),
    ...section(
      'acceptance',
      detail.acceptance.map((one) => {
        const known = one.result === 'met-where-read' ? ` (${resultWords(one, t)})` : '';
        return condition(one.result === 'met', `${text(one.text)}${known}`);
      }),
    ),
    ...section('risks', bullets(risks)),
    ...section('metrics', bullets(metrics)),
    ...section('before', bullets(before.map(({ ref, title }) => `${ref ? `${ref} ` : ''}${title}`))),
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
