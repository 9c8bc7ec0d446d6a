import type { WindowWords } from '../../words.ts';
import type { ResourceData } from './data.ts';

/** A resource as text for a ticket or a chat. */
export function resourceMarkdown(
  {
    resource,
    accountName,
    tags,
    findings,
  }: Pick<ResourceData, 'resource' | 'accountName' | 'tags' | 'findings'>,
  { t }: WindowWords,
): string {
  const lines = [
    `### ${plain(resource.name)}`,
    '',
    `- ${t('resources.type')}: ${resource.type}`,
    `- ${t('resources.account')}: ${plain(accountName)} (${resource.account}), ${resource.region}`,
    `- ARN: \`${resource.arn}\``,
  ];
  if (tags && Object.keys(tags).length > 0)
    lines.push(
      `- ${t('resources.tags')}: ${Object.entries(tags)
        .map(([key, value]) => `\`${key}=${value}\``)
        .join(', ')}`,
    );
  if (findings.length > 0) {
    lines.push('', `**${t('resources.findings')}**`, '');
    for (const { ref, severity, status, title, reason } of findings) {
      const mark = status === 'fail' ? t(`severities.${severity}`) : t(`statuses.${status}`);
      lines.push(`- ${mark}: ${plain(title)}. ${plain(reason)} (${ref})`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Text that Markdown takes as it stands. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&');
