import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { severities } from '../../shared/model/finding.ts';
import {
  expressionOfTokens,
  type FacetName,
  type FilterToken,
  type FindingProperty,
  facetNames,
  findingProperties,
  type Operator,
} from '../../shared/model/finding-query.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { useWords } from '../words.ts';
import { operatorsFor } from './tokens.ts';
import { useTokenWords } from './words.ts';

/** A token that is being written. */
export interface Draft {
  property?: FindingProperty;
  operator?: Operator;
}

export interface Suggestion {
  value: string;
  label: string;
  detail?: string | null;
  count?: number;
  /** What choosing it leads to. */
  next: { token: FilterToken } | { draft: Draft };
}

const MOST = 50;

/** What can come next: properties, then what can be asked, then values with how many findings have them. */
export function useSuggestions(draft: Draft, text: string, tokens: readonly FilterToken[]): Suggestion[] {
  const { t } = useWords();
  const words = useTokenWords();
  const { property, operator } = draft;
  const which = useWhich();
  const faceted = property !== undefined && isFacet(property) && operator !== undefined;
  const where = expressionOfTokens(tokens.filter((token) => token.property !== property));
  const facets = useQuery({
    ...ask('findings', 'facets', {
      ...which,
      filter: where ? { where } : {},
      by: faceted ? (property as FacetName) : 'status',
    }),
    enabled: faceted,
    placeholderData: keepPreviousData,
  });
  const typed = text.trim();
  const has = (...names: (string | null | undefined)[]) =>
    names.some((name) => name?.toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
  if (property === undefined) {
    const free: Suggestion[] = typed
      ? [
          {
            value: 'text',
            label: t('findings.filter.text', { text: typed }),
            next: { token: { property: 'text', operator: 'contains', values: [typed] } },
          },
        ]
      : [];
    const named = findingProperties
      .filter((one) => one !== 'text' && has(words.property(one)))
      .map((one): Suggestion => {
        const [only, ...others] = operatorsFor(one);
        return {
          value: `property:${one}`,
          label: words.property(one),
          next: { draft: others.length === 0 ? { property: one, operator: only! } : { property: one } },
        };
      });
    // The name of a property is meant where it begins as what was typed.
    const begins = named.some(({ label }) => label.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase()));
    return begins ? [...named, ...free] : [...free, ...named];
  }
  if (operator === undefined)
    return operatorsFor(property)
      .filter((one) => has(words.operator(one)))
      .map((one) => ({
        value: `operator:${one}`,
        label: `${words.property(property)} ${words.operator(one)}`,
        next: { draft: { property, operator: one } },
      }));
  const token = (value: string): FilterToken => ({ property, operator, values: [value] });
  if (operator === 'at-least' && property === 'severity')
    return severities
      .filter((one) => has(t(`severities.${one}`)))
      .map((one) => ({ value: one, label: t(`severities.${one}`), next: { token: token(one) } }));
  if (operator === 'at-least' || operator === 'contains' || property === 'resource') {
    const usable = typed !== '' && (operator !== 'at-least' || Number(typed) >= 0);
    return usable
      ? [{ value: 'typed', label: words.sentence(token(typed)), next: { token: token(typed) } }]
      : [];
  }
  return (facets.data?.facets ?? [])
    .filter((one) => has(one.label, one.detail, one.value))
    .slice(0, MOST)
    .map(({ value, label, detail, count }) => ({
      value: `value:${value}`,
      label,
      detail,
      count,
      next: { token: token(value) },
    }));
}

const isFacet = (property: FindingProperty): property is FacetName =>
  (facetNames as readonly string[]).includes(property);
