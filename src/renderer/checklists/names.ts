import { useMemo } from 'react';
import type { Dimension } from '../../shared/model/records/checklist.ts';
import type { Answer } from '../data/types.ts';
import { useWords } from '../words.ts';

export type MaturityData = Answer<'checklists', 'maturity'>;

/** Names of aspects, stages and principles; the same function as long as the language is. */
export function useNameOf(): (dimension: Dimension, value: string) => string {
  const { t } = useWords();
  return useMemo(() => (dimension, value) => t(`${dimension}Names.${value}` as Parameters<typeof t>[0]), [t]);
}
