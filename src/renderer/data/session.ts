import { createContext, useContext } from 'react';
import type { EngineState } from '../../shared/contract/desktop.ts';
import type { Answer, EngagementState } from './types.ts';

interface Session {
  engagement: EngagementState;
  engine: EngineState;
  start: Answer<'desktop', 'start'>;
}

export const SessionContext = createContext<Session | null>(null);

/** The open engagement and the engine that has it. Only for pages inside the frame. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no open engagement here');
  return session;
}
