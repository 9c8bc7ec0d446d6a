import type { z } from 'zod';
import type { summarySchema } from '../../shared/contract/inventory.ts';
import type { System } from '../../shared/model/records/system.ts';
import type { Texts } from '../texts.ts';
import { judgeInventory, type SystemVerdict, systemCheckIds } from './checks.ts';

export type InventorySummary = z.output<typeof summarySchema>;

/** What an inventory comes to on a day, for reports and recommendations. Systems are named. */
export function inventorySummary(systems: readonly System[], today: string, texts: Texts): InventorySummary {
  const verdicts = judgeInventory(systems, today);
  const all = systems.flatMap((system) =>
    verdicts.get(system.id)!.map((verdict) => ({ ...verdict, name: system.name })),
  );
  const count = (status: SystemVerdict['status']) => all.filter((one) => one.status === status).length;
  const named = (check: string, status: SystemVerdict['status']) =>
    all.filter((one) => one.check === check && one.status === status).map(({ name }) => name);
  return {
    systems: systems.length,
    critical: systems.filter(({ criticality }) => criticality === 'critical').length,
    regulated: systems.filter(({ dataClass }) => dataClass === 'regulated').length,
    toBeReplaced: systems.filter(({ lifecycle }) => lifecycle === 'to-be-replaced').length,
    retired: systems.filter(({ lifecycle }) => lifecycle === 'retired').length,
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    checks: systemCheckIds
      .map((check) => ({
        check,
        title: texts.t(`inventory.${check}.title`),
        fail: named(check, 'fail'),
        unknown: named(check, 'unknown'),
        pass: named(check, 'pass').length,
      }))
      .sort((a, b) => b.fail.length - a.fail.length),
  };
}
