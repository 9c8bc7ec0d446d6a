import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { ask } from '../data/query.ts';
import { tell } from '../parts/notify.tsx';
import { useUnderHome } from '../parts/path.tsx';
import { useWords } from '../words.ts';

/** Says once, when the engine is there, that settings could not be read; the settings themselves say which. */
export function WorkspaceNotice({ ready }: { ready: boolean }): null {
  const { t } = useWords();
  const written = useUnderHome();
  const { data } = useQuery({ ...ask('workspace', 'get', {}), enabled: ready });
  const [first] = data?.notices ?? [];
  const say = useEffectEvent(() =>
    tell(
      first?.code === 'workspace-replaced'
        ? t('settings.notice.replaced', { path: written(first.path) })
        : t('settings.notice.title'),
    ),
  );
  const code = first?.code;
  useEffect(() => {
    if (code) say();
  }, [code]);
  return null;
}
