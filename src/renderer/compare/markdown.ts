import { type FindingChange, findingChanges, resourceChanges } from '../../shared/model/comparison.ts';
import type { Answer } from '../data/types.ts';
import type { WindowWords } from '../words.ts';

export type ComparisonData = Answer<'compare', 'summary'>;

/** A comparison in a few lines, for a ticket or a chat. */
export function comparisonMarkdown(data: ComparisonData, { t, moment, money, number }: WindowWords): string {
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value)));
  const { before, after, scores, savings, findings, resources } = data;
  const rows = scores.before.aspects.map((was, at) => {
    const is = scores.after.aspects[at]!;
    return `| ${t(`aspectNames.${was.aspect}`)} | ${score(was.score)} | ${score(is.score)} |`;
  });
  const count = (change: FindingChange) => number(findings[change] ?? 0);
  return [
    `### ${t('compare.lead', { before: moment(before.startedAt), after: moment(after.startedAt) })}`,
    '',
    `| ${t('compare.aspect')} | ${t('compare.before')} | ${t('compare.after')} |`,
    '|---|---:|---:|',
    ...rows,
    `| **${t('compare.overall')}** | ${score(scores.before.overall.score)} | ${score(scores.after.overall.score)} |`,
    '',
    `${t('compare.money')}: ${money(savings.before.counted)} → ${money(savings.after.counted)}`,
    '',
    `**${t('compare.findings')}**: ${findingChanges.map((change) => `${t(`compare.changes.${change}`)} ${count(change)}`).join(', ')}`,
    '',
    `**${t('compare.resources')}**: ${resourceChanges.map((change) => `${t(`compare.changes.${change}`)} ${number(resources[change] ?? 0)}`).join(', ')}`,
    ...(findings['not-rechecked'] ? ['', t('compare.means.not-rechecked')] : []),
    '',
  ].join('\n');
}
