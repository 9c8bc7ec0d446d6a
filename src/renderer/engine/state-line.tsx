import { IconCloud, IconLock, IconWifiOff } from '@tabler/icons-react';
import { useContext } from 'react';
import type { EngineState } from '../../shared/contract/desktop.ts';
import { useIdentity } from '../data/identity.ts';
import { useNetwork } from '../data/network.ts';
import { SessionContext } from '../data/session.ts';
import { Path } from '../parts/path.tsx';
import { useWords } from '../words.ts';

/** The line at the bottom: how the engine stands, whether there is a network, who we are in AWS, which file is open. */
export function StateLine({ engine }: { engine: EngineState }) {
  const { t } = useWords();
  const engagement = useContext(SessionContext)?.engagement;
  const identity = useIdentity();
  const online = useNetwork();
  return (
    <footer className="state-line">
      <span className="engine" data-state={engine.state} role="status">
        {t(`engine.${engine.state}`)}
      </span>
      {!online && (
        <span className="offline" role="status">
          <IconWifiOff size={14} stroke={1.5} aria-hidden /> {t('frame.offline')}
        </span>
      )}
      {engagement && (
        <>
          <span className="aws">
            <IconCloud size={14} stroke={1.5} aria-hidden />{' '}
            {identity ? `${identity.arn} · ${t('frame.readonlySession')}` : t('frame.notSignedIn')}
          </span>
          <span className="open-file">
            <IconLock size={13} stroke={1.5} aria-hidden />
            <span className="path">
              <bdi>
                <Path path={engagement.path} />
              </bdi>
            </span>
            <span>
              {' · '}
              {t('engine.encrypted')} · {engagement.readonly ? t('overview.readonly') : t('frame.saved')}
            </span>
          </span>
        </>
      )}
    </footer>
  );
}
