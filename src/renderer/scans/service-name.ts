import en from '../../../resources/texts/en/pages/scans.json' with { type: 'json' };
import { useWords } from '../words.ts';

type Known = keyof typeof en.scans.serviceNames;

/** A service as people call it, by its prefix in IAM; the prefix itself where it has no better name. */
export function useServiceName(): (prefix: string) => string {
  const { t } = useWords();
  return (prefix) =>
    Object.hasOwn(en.scans.serviceNames, prefix) ? t(`scans.serviceNames.${prefix as Known}`) : prefix;
}
