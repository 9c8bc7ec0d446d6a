import { z } from 'zod';
import { misfit } from '../../shared/contract/errors.ts';
import type { CheckSetting } from '../../shared/model/check-setting.ts';
import type { Severity } from '../../shared/model/finding.ts';
import { cannot } from '../cannot.ts';
import type { Check } from '../checks/check.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Settings by id of the check; a check that is not there is as it came. */
export type Settings = ReadonlyMap<string, CheckSetting>;

export const readSettings = (db: Db<EngagementSchema>): Settings =>
  new Map(
    db.all(db.q.selectFrom('check_setting').selectAll().orderBy('check_id')).map((row) => [
      row.check_id,
      {
        check: row.check_id,
        off: row.off_reason,
        severity: row.severity as Severity | null,
        parameters: row.parameters ? (JSON.parse(row.parameters) as Record<string, number>) : null,
      },
    ]),
  );

/** Replaces all settings. */
export function writeSettings(db: Db<EngagementSchema>, settings: Settings): void {
  db.transaction(() => {
    db.run(db.q.deleteFrom('check_setting'));
    for (const { check, off, severity, parameters } of settings.values())
      db.run(
        db.q.insertInto('check_setting').values({
          check_id: check,
          off_reason: off,
          severity,
          parameters: parameters && JSON.stringify(parameters),
        }),
      );
  });
}

export const asItCame = (check: string): CheckSetting => ({
  check,
  off: null,
  severity: null,
  parameters: null,
});

/** The settings with some of them changed; a check without any setting of its own is left out. */
export function changedSettings(
  settings: Settings,
  changes: readonly CheckSetting[],
  checks: ReadonlyMap<string, Check>,
): Settings {
  const changed = new Map(settings);
  for (const change of changes) {
    const check = checks.get(change.check);
    if (!check) throw cannot('bad-input', 'checks.unknown', { checks: change.check });
    const setting = {
      ...change,
      severity: change.severity === check.severity ? null : change.severity,
      parameters: tuned(check, change.parameters),
    };
    if (setting.off === null && setting.severity === null && setting.parameters === null)
      changed.delete(check.id);
    else changed.set(check.id, setting);
  }
  return changed;
}

/** Thresholds that differ from the defaults; null when none does. */
function tuned(check: Check, parameters: CheckSetting['parameters']): CheckSetting['parameters'] {
  if (!parameters || Object.keys(parameters).length === 0) return null;
  const known = parametersOf(check);
  const strange = Object.keys(parameters).filter((name) => !known.some((one) => one.name === name));
  const parsed = check.parameters?.safeParse(parameters);
  if (strange.length > 0 || !parsed)
    throw thresholdUnknown(
      check.id,
      strange,
      known.map(({ name }) => name),
    );
  if (!parsed.success) throw misfit(parsed.error, parameters);
  const differing = known.filter(({ name, default: usual }) => (parameters[name] ?? usual) !== usual);
  return differing.length === 0
    ? null
    : Object.fromEntries(differing.map(({ name }) => [name, parameters[name]!]));
}

/** The checks that are on, by the severity that they were given, and the thresholds that were tuned. */
export const applySettings = (checks: readonly Check[], settings: Settings) => ({
  checks: checks
    .filter(({ id }) => (settings.get(id)?.off ?? null) === null)
    .map((check) => {
      const severity = settings.get(check.id)?.severity;
      return severity ? { ...check, severity } : check;
    }),
  off: [...settings.values()].flatMap(({ check, off }) => (off === null ? [] : [check])),
  parameters: Object.fromEntries(
    [...settings.values()].flatMap(({ check, parameters }) => (parameters ? [[check, parameters]] : [])),
  ) as Record<string, unknown>,
});

export interface Parameter {
  name: string;
  kind: 'number' | 'integer';
  default: number;
  least: number | null;
  most: number | null;
}

/** The thresholds of a check, as its schema declares them. */
export function parametersOf(check: Check): Parameter[] {
  if (!check.parameters) return [];
  const { properties = {} } = z.toJSONSchema(check.parameters, { io: 'input' });
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (typeof schema === 'boolean' || (schema.type !== 'number' && schema.type !== 'integer')) return [];
    const { type, minimum, exclusiveMinimum, maximum } = schema;
    const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : undefined;
    const bound = (value: number | undefined) =>
      value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? null : value;
    return {
      name,
      kind: type,
      default: schema.default as number,
      // Of whole numbers above 0 the least is 1.
      least: bound(minimum ?? (above !== undefined && type === 'integer' ? above + 1 : above)),
      most: bound(maximum),
    };
  });
}

const thresholdUnknown = (check: string, strange: readonly string[], known: readonly string[]) => {
  const names = strange.join(', ');
  return known.length === 0
    ? cannot('bad-input', 'checks.noThresholds', { check, names })
    : cannot('bad-input', 'checks.thresholdUnknown', { check, names, known: known.join(', ') });
};
