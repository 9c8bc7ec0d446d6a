import { z } from 'zod';
import { brandingSchema } from '../model/branding.ts';
import { preferencesSchema } from '../model/preferences.ts';
import { call } from './define.ts';
import { errorSchema } from './errors.ts';
import { nothing } from './shapes.ts';

/** A logo that was looked over, as a data URL: it can be shown and printed. */
export const logo = z.object({
  mediaType: z.enum(['image/svg+xml', 'image/png', 'image/jpeg']),
  bytes: z.number().int(),
  dataUrl: z.string(),
});

/** A logo on its way in: base64 of the file's bytes; null takes the logo away. */
export const logoFile = z.object({ base64: z.base64().max(8_000_000).nullable() });

/** Something that was kept could not be read, so that the usual takes its place. */
export const workspaceNotice = z.discriminatedUnion('code', [
  /** The whole file was damaged: it lies beside the new one under that path. */
  z.object({ code: z.literal('workspace-replaced'), path: z.string() }),
  z.object({ code: z.literal('setting-unreadable'), name: z.string() }),
]);

const workspace = z.object({
  /** The workspace file. */
  path: z.string(),
  preferences: preferencesSchema,
  branding: brandingSchema,
  logo: logo.nullable(),
  notices: z.array(workspaceNotice),
});

const found = z.object({
  /** What is used; null: nothing is set, and nothing is needed. */
  value: z.string().nullable(),
  from: z.enum(['settings', 'environment', 'usual']),
  /** How many profiles, or certificates, are in it; null where there is nothing to count. */
  holds: z.number().int().nullable(),
  exists: z.boolean(),
  /** Why it cannot be used, and what to do. */
  problem: errorSchema.nullable(),
});

/** What is not a client's: branding, and preferences of this machine. */
export const workspaceContract = {
  get: call(nothing, workspace),
  setPreferences: call(z.object({ preferences: partialOf(preferencesSchema) }), workspace),
  setBranding: call(z.object({ branding: partialOf(brandingSchema) }), workspace),
  setLogo: call(logoFile, workspace),
  /** What is found where the AWS files, the proxy and the certificates are said to be. Calls nobody. */
  network: call(nothing, z.object({ config: found, credentials: found, proxy: found, caBundle: found })),
} as const;

/** Only what is to change: a default would undo what was set before. */
function partialOf<S extends z.ZodRawShape>(schema: z.ZodObject<S>) {
  return z.object(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, type]) => [
        name,
        (type instanceof z.ZodDefault ? (type.unwrap() as z.ZodType) : (type as z.ZodType)).optional(),
      ]),
    ),
  ) as unknown as z.ZodType<Partial<z.output<z.ZodObject<S>>>, Partial<z.output<z.ZodObject<S>>>>;
}
