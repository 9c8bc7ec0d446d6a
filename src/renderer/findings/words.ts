import { useQuery } from '@tanstack/react-query';
import type { Aspect } from '../../shared/model/aspect.ts';
import type { DecisionState } from '../../shared/model/decision.ts';
import type { Severity, Status } from '../../shared/model/finding.ts';
import type { FilterToken, FindingProperty, Operator } from '../../shared/model/finding-query.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { useWords } from '../words.ts';

/** Tokens of the filter as a person reads them. */
export function useTokenWords() {
  const { t } = useWords();
  const which = useWhich();
  const checks = useQuery(ask('findings', 'facets', { ...which, by: 'check' })).data?.facets;
  const accounts = useQuery(ask('findings', 'facets', { ...which, by: 'account' })).data?.facets;
  const labelIn = (facets: typeof checks, value: string) =>
    facets?.find((one) => one.value === value)?.label ?? value;
  const value = (property: FindingProperty, one: string): string => {
    switch (property) {
      case 'severity':
        return t(`severities.${one as Severity}`);
      case 'status':
        return t(`statuses.${one as Status}`);
      case 'decision':
        return t(`decisionStates.${one as DecisionState}`);
      case 'aspect':
        return t(`aspectNames.${one as Aspect}`);
      case 'check':
        return labelIn(checks, one);
      case 'account':
        return labelIn(accounts, one);
      case 'saving':
        return t('findings.filter.amount', { amount: one });
      default:
        return one;
    }
  };
  const property = (name: FindingProperty) => t(`findings.properties.${name}`);
  const operator = (name: Operator) => t(`findings.operators.${name}`);
  const values = (token: FilterToken) => token.values.map((one) => value(token.property, one)).join(', ');
  return {
    property,
    operator,
    values,
    sentence: (token: FilterToken) =>
      `${property(token.property)} ${operator(token.operator)} ${values(token)}`,
  };
}
