import { z } from 'zod';
import { call } from './define.ts';
import { errorSchema } from './errors.ts';
import { contract } from './index.ts';
import { done, engagementState, nothing } from './shapes.ts';

/** Where the engine stands, as main sees it. */
export const engineStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting'), attempt: z.number().int() }),
  z.object({ state: z.literal('ready'), pid: z.number().int() }),
  /** It went away and is started again after a pause. */
  z.object({ state: z.literal('lost'), reason: z.string(), retryAt: z.iso.datetime() }),
  /** It went away too often: only a person can start it again. */
  z.object({ state: z.literal('given-up'), reason: z.string() }),
]);
export type EngineState = z.infer<typeof engineStateSchema>;

/** The file that Fieldbook was asked to open, when it is not open (yet). */
export const requestedSchema = z.object({
  path: z.string(),
  /** True while main opens it by itself; otherwise a person has to give the passphrase. */
  opening: z.boolean(),
  /** Why it could not be opened. */
  error: errorSchema.nullable(),
});
export type Requested = z.infer<typeof requestedSchema>;

/** What this machine's person prefers for every window. Kept by main, beside no engagement. */
export const desktopSettingsSchema = z.object({
  /** Of title bars and of the page. */
  theme: z.enum(['system', 'light', 'dark']),
  /** A notification of the system when long work ends and nobody looks. */
  notifications: z.boolean(),
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;

/** Typed into a form of an engagement; `value` as JSON. */
const draftSchema = z.object({ engagement: z.string(), value: z.string() });
export type KeptDraft = z.infer<typeof draftSchema>;

const path = z.string().min(1).max(4096);

/** What main itself answers to the window. */
const desktop = {
  /** All that the window needs before its first picture. */
  start: call(
    nothing,
    z.object({
      version: z.string(),
      /** Language of the system, as a BCP 47 tag. */
      locale: z.string(),
      platform: z.enum(['darwin', 'linux', 'win32']),
      /** The folder of whoever is signed in. */
      home: z.string(),
      /** Where new engagements go unless another folder was chosen. */
      folder: z.string(),
      engine: engineStateSchema,
      requested: requestedSchema.nullable(),
      settings: desktopSettingsSchema,
    }),
  ),
  /** A folder for engagements, made when it is not there. */
  prepareFolder: call(z.object({ path: z.string().min(1) }), nothing),
  /** Native dialogs; null when they were closed without a choice. */
  chooseEngagement: call(nothing, z.object({ path: z.string().nullable() })),
  chooseFolder: call(nothing, z.object({ path: z.string().nullable() })),
  /** Shows a page in the system's browser; only of the hosts in `openableHosts`. */
  openLink: call(z.object({ url: z.url() }), z.object({})),
  /** Asks where a file goes; null when the dialog was closed. Begins in the folder of the last one. */
  chooseSave: call(
    z.object({
      name: z.string(),
      kind: z.enum(['csv', 'json', 'jsonl', 'xlsx', 'ics', 'pdf', 'fieldbook', 'txt', 'yaml', 'any']),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  /** After `given-up`. */
  restartEngine: call(nothing, done),
  /**
   * Shows an engagement file where it belongs: the window that has it comes forward; else this window asks for it, when
   * nothing is open here; else a new window does.
   */
  openFile: call(z.object({ path }), done),
  /** Another window, with an engine of its own. */
  newWindow: call(nothing, done),
  setTheme: call(z.object({ theme: desktopSettingsSchema.shape.theme }), desktopSettingsSchema),
  setNotifications: call(z.object({ on: z.boolean() }), desktopSettingsSchema),
  /** Whether something was typed that is not saved: then main asks before the window closes. */
  setUnsaved: call(z.object({ unsaved: z.boolean() }), done),
  /** What was typed there and is not saved, kept in memory for a page that dies; null: it was saved or let go. */
  keepDraft: call(z.object({ key: z.string(), draft: draftSchema.nullable() }), done),
  drafts: call(nothing, z.object({ drafts: z.array(draftSchema.extend({ key: z.string() })) })),
  /** Asks whether what is not saved may go with the engagement; `discard` is false when it stays. */
  askUnsaved: call(nothing, z.object({ discard: z.boolean() })),
  /** The system's print dialog for the page as it is; `printed` is false when it was closed. */
  print: call(nothing, z.object({ printed: z.boolean() })),
} as const;

/** The system's keychain. The page gives a passphrase to keep and never gets one back. */
const keychain = {
  state: call(
    z.object({ path: path.optional() }),
    z.object({
      /** False where the system has none that is worth the name: then nothing can be kept. */
      available: z.boolean(),
      /** Such as `keychain`, `dpapi`, `gnome_libsecret`; `basic_text` and `none` are no keychains. */
      backend: z.string(),
      /** Files whose passphrase is kept. */
      remembered: z.array(z.string()),
      /** Whether that of `path` is, by whatever name the file is called. */
      kept: z.boolean(),
    }),
  ),
  remember: call(z.object({ path, passphrase: z.string().min(1).max(1024) }), done),
  forget: call(z.object({ path }), done),
  /** Opens the file with the passphrase that is kept; one that does not open it is forgotten. */
  open: call(z.object({ path, readonly: z.boolean().default(false) }), engagementState),
} as const;

/** Everything that the window can call: main answers `desktop` and `keychain`, and hands the rest to the engine. */
export const windowContract = { ...contract, desktop, keychain } as const;
export type WindowContract = typeof windowContract;

/** What a menu asks of the page; everything else in the menus is done by main. */
export const menuCommands = [
  'new-engagement',
  'close-engagement',
  'clear-recent',
  'palette',
  'settings',
  'shortcuts',
  'back',
  'forward',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What main tells the window beside the engine's own events. */
export const desktopEventSchemas = {
  engine: engineStateSchema,
  /** The file that this window was asked to open has changed. */
  requested: requestedSchema.nullable(),
  menu: z.object({ command: z.enum(menuCommands) }),
} as const;
