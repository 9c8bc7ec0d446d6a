import type { ScanScope } from '../../shared/model/scan.ts';
import { cannot } from '../cannot.ts';
import type { Check } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { readsOf } from '../checks/judge.ts';
import { monthlyCost } from '../collectors/cost-explorer.ts';
import type { Read } from '../collectors/read.ts';

/** The checks of the given ids; all of them when none is named. */
export function chosenChecks(ids: readonly string[]): readonly Check[] {
  if (ids.length === 0) return checks;
  const unknown = ids.filter((id) => !checks.some((check) => check.id === id));
  if (unknown.length > 0) throw cannot('bad-input', 'checks.unknown', { checks: unknown.join(', ') });
  return checks.filter((check) => ids.includes(check.id));
}

/** All that a scan for those checks reads, each once; the bill where it is wanted. */
export const chosenReads = ({ checks: ids, bill }: Pick<ScanScope, 'checks' | 'bill'>): Read[] => [
  ...new Set(chosenChecks(ids).flatMap((check) => [...readsOf(check)])),
  ...(bill ? [monthlyCost] : []),
];
