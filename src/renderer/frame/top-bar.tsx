import { ActionIcon, Button, Kbd, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCamera,
  IconChevronDown,
  IconFlag,
  IconSearch,
} from '@tabler/icons-react';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useSession } from '../data/session.ts';
import { useAsItWas, useMilestones, useSnapshots } from '../data/snapshot.ts';
import { commandKey } from '../parts/keys.ts';
import { phaseName } from '../phases/name.ts';
import { useWords } from '../words.ts';
import classes from './frame.module.css';
import { JobsTray } from './jobs-tray.tsx';
import { pages } from './pages.ts';
import { openPalette } from './palette.tsx';

/** Where we are, the search, what is running, and which snapshot is shown. */
export function TopBar() {
  const { t } = useWords();
  const { engagement } = useSession();
  const pathname = useLocation({ select: (location) => location.pathname });
  const { history } = useRouter();
  const page = pages.find(({ path }) => path === pathname);
  return (
    <header className={classes.top}>
      <div className={classes.history}>
        <Step label={t('frame.back')} icon={IconArrowLeft} onClick={() => history.back()} />
        <Step label={t('frame.forward')} icon={IconArrowRight} onClick={() => history.forward()} />
      </div>
      <div className={classes.where}>
        {engagement.client} / <strong>{page ? t(`${page.id}.title`) : t('frame.pageUnknown.title')}</strong>
      </div>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        {t('frame.palette')}
        <Kbd size="xs">{commandKey} K</Kbd>
      </button>
      <div className={classes.right}>
        <JobsTray />
        <SnapshotMenu />
      </div>
    </header>
  );
}

function Step({
  label,
  icon: Icon,
  onClick,
}: {
  label: string;
  icon: typeof IconArrowLeft;
  onClick: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={onClick} aria-label={label}>
        <Icon size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

function SnapshotMenu() {
  const { t, moment } = useWords();
  const snapshots = useSnapshots();
  const asItWas = useAsItWas();
  const milestones = (useMilestones() ?? []).filter(({ standing }) => standing !== null);
  const go = useNavigate();
  const { shown, all = [] } = snapshots ?? {};
  const choose = (snapshot: string | undefined) =>
    void go({ to: '.', search: ((before: object) => ({ ...before, snapshot })) as never });
  const newest = all.find((one) => one.judged);
  return (
    <Menu position="bottom-end" width={330}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCamera size={15} stroke={1.5} />}
          rightSection={<IconChevronDown size={13} />}
        >
          <span className="hidden">{t('frame.snapshotMenu')}:</span>{' '}
          {asItWas ? phaseName(asItWas.phase, t) : shown ? moment(shown.startedAt) : t('frame.noSnapshot')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('frame.snapshotMenu')}</Menu.Label>
        {all
          .filter((one) => one.judged)
          .map((one) => (
            <Menu.Item
              key={one.id}
              onClick={() => choose(one === newest ? undefined : one.id)}
              aria-current={one === shown && !asItWas}
              rightSection={
                <span className="secondary small">
                  {t('frame.accountCount', { count: one.accounts.length })}
                  {one === newest && ` · ${t('frame.newest')}`}
                </span>
              }
            >
              {moment(one.startedAt)}
            </Menu.Item>
          ))}
        {milestones.length > 0 && <Menu.Label>{t('phases.milestones')}</Menu.Label>}
        {milestones.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => choose(one.id)}
            aria-current={one === asItWas}
            leftSection={<IconFlag size={14} stroke={1.5} />}
            rightSection={<span className="secondary small">{moment(one.closedAt)}</span>}
          >
            {phaseName(one.phase, t)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
