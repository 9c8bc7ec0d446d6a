import type { Texts } from '../texts.ts';
import type { Finding } from './read.ts';

/** The sentence of a verdict in the reader's language. */
export function reasonOf(finding: Pick<Finding, 'check' | 'verdict'>, texts: Texts): string {
  const { reason, parameters = {} } = finding.verdict;
  if (reason === 'unread') {
    const outcome = texts.t(`findings.outcomes.${parameters.outcome}`);
    return texts.t('findings.unread', { read: parameters.read, outcome });
  }
  return texts.t(`checks.${finding.check.id}.reasons.${reason}`, parameters);
}

export const titleOf = (check: string, texts: Texts): string => texts.t(`checks.${check}.title`);
