import { z } from 'zod';

/** Faces that are shipped. All running text is set in Inter; a report's titles may be set in another. */
export const titleFonts = ['inter', 'source-serif'] as const;
export type TitleFont = (typeof titleFonts)[number];

/** What makes a report the consultant's own, whoever the client is. */
export const brandingSchema = z.object({
  /** The firm on the cover; null: the engagement's consultant stands alone. */
  name: z.string().trim().min(1).max(120).nullable().default(null),
  /** Colour of titles and charts; null: Fieldbook's own. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable()
    .default(null),
  titleFont: z.enum(titleFonts).default('inter'),
  /** Beside the page number of every page. */
  footer: z.string().trim().max(90).default(''),
});
export type BrandingSettings = z.infer<typeof brandingSchema>;

/** Bytes and pixels beyond which a logo is refused. */
export const logoLimits = { bytes: 1_000_000, pixels: 6000 };
