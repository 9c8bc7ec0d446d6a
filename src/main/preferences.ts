import { z } from 'zod';
import { desktopSettingsSchema } from '../shared/contract/desktop.ts';
import type { KeptFile } from './kept-file.ts';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** How this machine's person likes the program: no client's data but names of folders. */
export const preferencesSchema = z.object({
  theme: desktopSettingsSchema.shape.theme.default('system'),
  notifications: z.boolean().default(true),
  /** Electron's zoom level: 0 is actual size, each step a factor of 1.2. */
  zoom: z.number().min(-3).max(5).default(0),
  /** Where the last window stood. */
  window: z.object({ bounds: rectangle, maximized: z.boolean() }).nullable().default(null),
  /** The folder that each kind of dialog was in last. */
  folders: z.record(z.string(), z.string()).default({}),
});
export type Preferences = KeptFile<z.output<typeof preferencesSchema>>;
export type KeptWindow = z.output<typeof preferencesSchema>['window'];
