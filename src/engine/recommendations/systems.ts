import type { System } from '../../shared/model/records/system.ts';
import { judgeInventory, type SystemVerdict } from '../inventory/checks.ts';

/** A system outside of AWS with checks of it that fail. */
export interface FailingSystem {
  id: string;
  name: string;
  verdicts: readonly SystemVerdict[];
}

/** Systems that fail something on a day, by name. What nobody has said of a system calls for nothing. */
export const failingSystems = (systems: readonly System[], day: string): FailingSystem[] => {
  const verdicts = judgeInventory(systems, day);
  return systems
    .map(({ id, name }) => ({
      id,
      name,
      verdicts: verdicts.get(id)!.filter(({ status }) => status === 'fail'),
    }))
    .filter((system) => system.verdicts.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Those that fail one of these checks, with what they say alone. */
export const concernedBy = (checks: readonly string[], systems: readonly FailingSystem[]): FailingSystem[] =>
  systems
    .map((system) => ({
      ...system,
      verdicts: system.verdicts.filter(({ check }) => checks.includes(check)),
    }))
    .filter(({ verdicts }) => verdicts.length > 0);
