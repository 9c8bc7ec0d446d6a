import type { z } from 'zod';
import { type BrandingSettings, brandingSchema } from '../../shared/model/branding.ts';
import { type Preferences, preferencesSchema } from '../../shared/model/preferences.ts';
import type { Db } from './database.ts';
import type { WorkspaceSchema } from './schema.ts';

export interface Settings {
  preferences(): Preferences;
  branding(): BrandingSettings;
  setPreferences(change: Partial<Preferences>): void;
  setBranding(change: Partial<BrandingSettings>): void;
  /** Names of settings that could not be read; the usual holds in their place until they are set again. */
  unreadable(): string[];
}

/** Groups of settings, each by a schema in which everything has a default. */
const groups = { preferences: preferencesSchema, branding: brandingSchema } as const;
type Group = keyof typeof groups;
type Values<G extends Group> = z.output<(typeof groups)[G]>;

/**
 * Typed settings in the table `preference`: a row for each, named `group.name`. Each is read by itself, so that one
 * that is spoilt, or of another version, costs nobody the others.
 */
export function settingsIn(db: Db<WorkspaceSchema>): Settings {
  const read = <G extends Group>(group: G): { values: Values<G>; unreadable: string[] } => {
    const rows = new Map(
      db
        .all(db.q.selectFrom('preference').selectAll().where('name', 'like', `${group}.%`))
        .map(({ name, value }) => [name, value]),
    );
    const unreadable: string[] = [];
    const values = Object.entries(groups[group].shape).map(([name, type]) => {
      const kept = rows.get(`${group}.${name}`);
      if (kept === undefined) return [name, type.parse(undefined)];
      const parsed = type.safeParse(jsonOf(kept));
      if (parsed.success) return [name, parsed.data];
      unreadable.push(`${group}.${name}`);
      return [name, type.parse(undefined)];
    });
    return { values: Object.fromEntries(values) as Values<G>, unreadable };
  };
  const write = (group: Group, change: object): void =>
    db.transaction(() => {
      for (const [name, value] of Object.entries(change)) {
        if (value === undefined) continue;
        const row = { name: `${group}.${name}`, value: JSON.stringify(value) };
        db.run(
          db.q
            .insertInto('preference')
            .values(row)
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value })),
        );
      }
    });
  return {
    preferences: () => read('preferences').values,
    branding: () => read('branding').values,
    setPreferences: (change) => write('preferences', change),
    setBranding: (change) => write('branding', change),
    unreadable: () => (Object.keys(groups) as Group[]).flatMap((group) => read(group).unreadable),
  };
}

/** What is no JSON fits no schema: no setting is the value undefined. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return Symbol('no JSON');
  }
}
