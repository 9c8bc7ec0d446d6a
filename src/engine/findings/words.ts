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

/** A threshold in words; its own name where a kept rule has one that this version of Fieldbook does not. */
export const thresholdName = (name: string, texts: Texts): string =>
  texts.has(`findings.thresholds.${name}`) ? texts.t(`findings.thresholds.${name}`) : name;
