import { useSyncExternalStore } from 'react';
import type { EngineState } from '../../shared/contract/desktop.ts';
import { listen } from '../fieldbook.ts';

/** The newest that main told since the page was loaded: what comes while main is asked how things stand is heard too. */
let told: EngineState | undefined;
const watching = new Set<() => void>();

listen('engine', (state) => {
  told = state;
  for (const changed of watching) changed();
});

const watch = (changed: () => void) => {
  watching.add(changed);
  return () => {
    watching.delete(changed);
  };
};

/** How the engine stands: what main said on start, until main says something newer. */
export const useEngine = (onStart: EngineState): EngineState =>
  useSyncExternalStore(watch, () => told ?? onStart);
