import { z } from 'zod';

export const setupSteps = ['accounts', 'regions', 'checks', 'plan'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** What the address of the page holds: the step of a new scan's setup, when one is being set up. */
export const scansSearch = z.object({ setup: z.enum(setupSteps).optional().catch(undefined) });
