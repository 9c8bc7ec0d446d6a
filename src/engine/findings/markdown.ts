import { formatMoney } from '../../shared/model/money.ts';
import type { Texts } from '../texts.ts';
import type { Finding } from './read.ts';
import { reasonOf, titleOf } from './words.ts';

/** Findings as Markdown, to be pasted into a ticket or a chat. */
export function findingsMarkdown(
  findings: readonly Finding[],
  accountName: (id: string) => string,
  texts: Texts,
): string {
  return findings.map((finding) => one(finding, accountName, texts)).join('\n\n');
}

function one(finding: Finding, accountName: (id: string) => string, texts: Texts): string {
  const { check, resource, verdict, severity, status, ref } = finding;
  const t = (key: string, values?: Record<string, unknown>) => texts.t(`findings.markdown.${key}`, values);
  const { saving } = verdict;
  const facts = [
    `${t('resource')}: ${code(resource.name)} (${resource.type})`,
    `ARN: ${code(resource.arn)}`,
    `${t('place')}: ${plain(accountName(resource.account))}, ${resource.region}`,
    `${t('check')}: ${code(check.id)}, ${ref}`,
    ...(saving
      ? [
          `${t('saving')}: ${t('monthly', { amount: formatMoney(saving.monthly, saving.currency, texts.locale) })}`,
        ]
      : []),
  ];
  const steps = status === 'fail' ? texts.list(`checks.${check.id}.steps`) : [];
  return [
    `### ${plain(titleOf(check.id, texts))}`,
    `**${texts.t(`findings.severities.${severity}`)}**, ${texts.t(`findings.statuses.${status}`)}. ${plain(reasonOf(finding, texts))}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(steps.length > 0 ? [steps.map((step, at) => `${at + 1}. ${plain(step)}`).join('\n')] : []),
  ].join('\n\n');
}

/** Names are a client's free text: nothing in them may be taken for markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** As many backticks around it as it needs. */
function code(text: string): string {
  const most = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(most + 1);
  const space = most > 0 ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}
