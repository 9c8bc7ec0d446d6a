import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { OpenFile } from '../start/open-file.tsx';
import { useWords } from '../words.ts';
import { closeEngagement, newWindow } from './commands.ts';
import classes from './frame.module.css';

const RECENT = 6;

/** Whose engagement this is, and the way to another one. */
export function EngagementMenu({ narrow }: { narrow: boolean }) {
  const { t } = useWords();
  const { engagement, engine } = useSession();
  const [other, setOther] = useState<string | null>(null);
  const recent = useQuery(ask('engagement', 'recent', {}));
  const others = (recent.data?.files ?? []).filter(({ path }) => path !== engagement.path).slice(0, RECENT);
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <button type="button" className={classes.engagement}>
            <span className={classes.tile} aria-hidden="true">
              {initialsOf(engagement.client)}
            </span>
            <span className="hidden">{t('frame.engagementMenu')}</span>
            {narrow ? (
              <span className="hidden">{engagement.client}</span>
            ) : (
              <>
                <span className={classes.who}>
                  <div className="strong">{engagement.client}</div>
                  <div className="secondary small">{engagement.consultant}</div>
                </span>
                <IconChevronDown size={14} aria-hidden />
              </>
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.length > 0 && <Menu.Label>{t('frame.openOther')}</Menu.Label>}
          {others.map((file) => (
            <Menu.Item key={file.path} onClick={() => setOther(file.path)}>
              {file.client}
              <div className="secondary small">{file.path.split(/[\\/]/).at(-1)}</div>
            </Menu.Item>
          ))}
          {others.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => void newWindow()}>{t('frame.newWindow')}</Menu.Item>
          <Menu.Item onClick={() => void closeEngagement()}>{t('frame.closeEngagement')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {other !== null && (
        <OpenFile
          key={other}
          path={other}
          ready={engine.state === 'ready'}
          problem={null}
          onClose={() => setOther(null)}
        />
      )}
    </>
  );
}

const initialsOf = (client: string): string =>
  client
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
