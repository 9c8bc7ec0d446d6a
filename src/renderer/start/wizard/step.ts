import type { Draft } from './draft.ts';

/** What each step of the wizard gets. */
export interface StepProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  /** The text of a field's fault, once somebody has tried to go on. */
  fault: (field: string) => string | undefined;
}
