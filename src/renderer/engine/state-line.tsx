import type { ReactNode } from 'react';
import type { EngineState } from '../../shared/contract/desktop.ts';
import { useWords } from '../words.ts';

/** The line at the bottom: how the engine stands, and what is open. */
export function StateLine({ engine, children }: { engine: EngineState; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <footer className="state-line">
      <span className="engine" data-state={engine.state} role="status">
        {t(`engine.${engine.state}`)}
      </span>
      {children}
    </footer>
  );
}
