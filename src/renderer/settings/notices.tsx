import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useUnderHome } from '../parts/path.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** Says which settings could not be read, so that the usual ones hold. */
export function Notices() {
  const { t } = useWords();
  const written = useUnderHome();
  const { data } = useQuery(ask('workspace', 'get', {}));
  if (!data || data.notices.length === 0) return null;
  return (
    <div className={classes.notice} role="status">
      <p className="strong">{t('settings.notice.title')}</p>
      {data.notices.map((notice) =>
        notice.code === 'workspace-replaced' ? (
          <p key={notice.path}>{t('settings.notice.replaced', { path: written(notice.path) })}</p>
        ) : (
          <p key={notice.name}>{t('settings.notice.unreadable', { name: notice.name })}</p>
        ),
      )}
    </div>
  );
}
