import type { Severity } from '../../shared/model/finding.ts';
import type { Answer } from '../data/types.ts';
import type { WindowWords } from '../words.ts';

type Told = Answer<'compare', 'rules'>['differences'][number];

/** One difference of rules in words. */
export function ruleWords({ difference: one, title, threshold }: Told, { t }: WindowWords): string {
  const lost = 'lost' in one && one.lost ? ` (${t('compare.ruleLost')})` : '';
  const check = title ?? '';
  switch (one.kind) {
    case 'severity':
      return t('compare.rule.severity', {
        check,
        before: t(`severities.${one.before as Severity}`),
        after: t(`severities.${one.after as Severity}`),
      });
    case 'threshold':
      return t('compare.rule.threshold', { ...one, check, name: threshold ?? one.name });
    case 'tag-policy':
      return t('compare.rule.tag-policy', {
        before: one.before || t('compare.noTags'),
        after: one.after || t('compare.noTags'),
      });
    default:
      return t(`compare.rule.${one.kind}`, { ...one, check } as never) + lost;
  }
}
