/** Steps of a report, in their order. */
export const phases = ['gather', 'charts', 'layout', 'draw', 'proof'] as const;
export type Phase = (typeof phases)[number];

export interface Progress {
  phase: Phase;
  /** 0 to 1 within the phase; null where nobody can tell. */
  share: number | null;
}
