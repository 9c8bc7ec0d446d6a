import { useWords } from '../words.ts';

/** A region as people read it: of an account that could not be entered nobody knows which it uses. */
export function useRegionName(): (region: string) => string {
  const { t } = useWords();
  return (region) => (region === 'all' ? t('scans.heat.everyRegion') : region);
}
