import { z } from 'zod';

export const sections = [
  'appearance',
  'engagement',
  'branding',
  'aws',
  'privacy',
  'storage',
  'licences',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** What the address of the page holds: each section has one of its own. */
export const settingsSearch = z.object({ section: z.enum(sections).optional().catch(undefined) });
