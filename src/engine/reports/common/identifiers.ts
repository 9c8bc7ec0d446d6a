/** What may be looked for in a finished report, each an identifier that is set in the monospaced face. */
export const proven = ['actions', 'findings', 'resources'] as const;
export type Identifiers = Partial<Record<(typeof proven)[number], readonly string[]>>;

/** How many identifiers of a kind are missing, and the first hundred of them. */
export type Missing = Partial<Record<(typeof proven)[number], { count: number; first: string[] }>>;
