import type { EngineState } from '../../shared/contract/desktop.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';

/** Says across the window that the engine is away; nothing while all is well. */
export function EngineNotice({ engine }: { engine: EngineState }) {
  const { t } = useWords();
  const again = engine.state === 'lost' || (engine.state === 'starting' && engine.attempt > 1);
  if (!again && engine.state !== 'given-up') return null;
  return (
    <div className="notice" role="alert">
      <strong>{t(again ? 'engine.lostTitle' : 'engine.givenUpTitle')}</strong>{' '}
      <span>{t(again ? 'engine.lostText' : 'engine.givenUpText')}</span>
      {engine.state === 'given-up' && (
        <button type="button" onClick={() => void fieldbook.desktop.restartEngine({})}>
          {t('engine.restart')}
        </button>
      )}
    </div>
  );
}
