import { criticalities, type System } from '../../../shared/model/records/system.ts';
import { judgeInventory } from '../../inventory/checks.ts';
import { namedDependency } from '../../inventory/graph.ts';
import type { ReportSystem } from './input.ts';

/** The inventory as its own checks judge it on a day: the most critical first, what nobody has rated last. */
export function reportSystems(systems: readonly System[], day: string): ReportSystem[] {
  const byId = new Map(systems.map((system) => [system.id, system]));
  const verdicts = judgeInventory(systems, day);
  const place = ({ criticality }: System) => (criticality ? criticalities.indexOf(criticality) : -1);
  const byName = (a: System, b: System) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return systems
    .toSorted((a, b) => place(b) - place(a) || byName(a, b))
    .map((system) => {
      const { name, kind, owner, criticality, dataClass, lifecycle } = system;
      return {
        name,
        kind,
        owner,
        criticality,
        dataClass,
        lifecycle,
        dependsOn: system.dependsOn.map((on) => namedDependency(on, byId).name),
        verdicts: verdicts.get(system.id)!,
      };
    });
}
