import { type ImportField, importFields, type Mapping } from '../../shared/contract/inventory.ts';
import {
  type Dependency,
  type System,
  type SystemFields,
  systemSchema,
} from '../../shared/model/records/system.ts';
import { type BadCell, readCell, splitDependencies } from './cells.ts';
import type { Sheet } from './sheet.ts';

export interface Problem {
  line: number;
  field: ImportField | null;
  code: BadCell['code'] | 'twice' | 'unmapped' | 'noSystem';
  values: Record<string, string | number>;
}

export interface Planned {
  line: number;
  state: 'added' | 'changed' | 'same';
  system: System;
}

export interface Plan {
  planned: Planned[];
  problems: Problem[];
}

/** Names are the same whatever their case and the spaces around them. */
const key = (name: string): string => name.trim().toLowerCase();

/**
 * What a sheet would make of the inventory: a line for each system, a system of the same name changed in what the sheet
 * says. Anything that cannot be kept is a problem of its line; a plan with a problem is not carried out.
 */
export function planImport(
  sheet: Sheet,
  mapping: Mapping,
  known: readonly System[],
  newId: () => string,
): Plan {
  if (mapping.name === undefined)
    return { planned: [], problems: [{ line: 1, field: 'name', code: 'unmapped', values: {} }] };
  const problems: Problem[] = [];
  const byName = new Map(known.map((system) => [key(system.name), system]));
  const ids = new Map(known.map((system) => [key(system.name), system.id]));
  const seen = new Map<string, number>();
  const read = sheet.rows.map(({ line, cells }) => {
    const fields: Partial<Record<ImportField, unknown>> = {};
    for (const field of importFields) {
      const at = mapping[field];
      if (at === undefined) continue;
      const cell = readCell(field, cells[at] ?? '');
      if ('bad' in cell) problems.push({ line, field, ...cell.bad });
      else fields[field] = cell.value;
    }
    const name = typeof fields.name === 'string' ? key(fields.name) : undefined;
    if (name !== undefined) {
      const before = seen.get(name);
      if (before !== undefined)
        problems.push({ line, field: 'name', code: 'twice', values: { name: String(fields.name), before } });
      seen.set(name, line);
      if (!ids.has(name)) ids.set(name, newId());
    }
    return { line, name, fields };
  });
  // Only now are all names known that a line may depend on.
  const planned = read.flatMap(({ line, name, fields }): Planned[] => {
    if (name === undefined) return [];
    const { dependsOn, ...plain } = fields;
    const dependencies = typeof dependsOn === 'string' ? dependenciesOf(dependsOn, ids) : undefined;
    if (dependencies)
      for (const missing of dependencies.missing)
        problems.push({ line, field: 'dependsOn', code: 'noSystem', values: { name: missing } });
    const before = byName.get(name);
    const parsed = systemSchema.safeParse({
      ...before,
      ...(plain as Partial<SystemFields>),
      ...(dependencies && { dependsOn: dependencies.found }),
      id: ids.get(name),
    });
    // Its cells are problems already.
    if (!parsed.success) return [];
    const system = parsed.data;
    const same = before && JSON.stringify(before) === JSON.stringify(system);
    return [{ line, system, state: before ? (same ? 'same' : 'changed') : 'added' }];
  });
  const wrong = new Set(problems.map(({ line }) => line));
  return {
    planned: planned.filter(({ line }) => !wrong.has(line)),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

function dependenciesOf(
  text: string,
  ids: ReadonlyMap<string, string>,
): { found: Dependency[]; missing: string[] } {
  const found: Dependency[] = [];
  const missing: string[] = [];
  for (const one of splitDependencies(text)) {
    const id = ids.get(key(one));
    const aws = /^aws:\s*(.+)$/i.exec(one)?.[1] ?? (one.startsWith('arn:') ? one : undefined);
    if (aws !== undefined) found.push({ kind: 'aws', name: aws });
    else if (id !== undefined) found.push({ kind: 'system', id });
    else missing.push(one);
  }
  return { found, missing };
}
