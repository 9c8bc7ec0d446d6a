import { useEffect, useState } from 'react';
import type { EngineState } from '../../shared/contract/desktop.ts';
import { listen } from '../fieldbook.ts';

/** How the engine stands: what main said on start, until main says something newer. */
export function useEngine(onStart: EngineState): EngineState {
  const [state, setState] = useState(onStart);
  useEffect(() => listen('engine', setState), []);
  return state;
}
