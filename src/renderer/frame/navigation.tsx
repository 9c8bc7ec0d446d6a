import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { severities } from '../../shared/model/finding.ts';
import { useAppearance } from '../data/appearance.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { useWords } from '../words.ts';
import { EngagementMenu } from './engagement-menu.tsx';
import classes from './frame.module.css';
import { type Page, type PageGroup, type PageId, pages } from './pages.ts';

/** Stages of the work, each with its pages below it. */
const stages = ['assess', 'advise', 'deliver'] as const;
const listed: readonly Page[] = pages;

/** The stages of the work, with counts beside them. */
export function Navigation() {
  const { t } = useWords();
  const { narrowNavigation } = useAppearance();
  // Type of twice the size leaves a small window no room for names.
  const crowded = useMediaQuery('(max-width: 800px)', window.innerWidth <= 800);
  const narrow = narrowNavigation || crowded;
  const counts = useCounts();
  const links = (name: PageGroup) =>
    listed
      .filter((page) => page.group === name)
      .map((page) => <PageLink key={page.id} page={page} count={counts[page.id]} narrow={narrow} />);
  return (
    <nav
      className={narrow ? `${classes.navigation} ${classes.narrow}` : classes.navigation}
      aria-label={t('frame.navigation')}
    >
      <EngagementMenu narrow={narrow} />
      {stages.map(
        (stage) =>
          listed.some((page) => page.group === stage) && (
            <Fragment key={stage}>
              {!narrow && <div className={classes.group}>{t(`frame.${stage}`)}</div>}
              {links(stage)}
            </Fragment>
          ),
      )}
      <div className={classes.end}>{links('end')}</div>
    </nav>
  );
}

function PageLink({ page, count, narrow }: { page: Page; count: string | undefined; narrow: boolean }) {
  const { t } = useWords();
  const name = t(`${page.id}.title`);
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      <Link
        to={page.path}
        className={classes.link}
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ exact: page.path === '/', includeSearch: false }}
        {...(narrow && { 'aria-label': name })}
      >
        <page.icon size={17} stroke={1.5} aria-hidden />
        {!narrow && name}
        {!narrow && count && <span className={classes.count}>{count}</span>}
      </Link>
    </Tooltip>
  );
}

function useCounts(): Partial<Record<PageId, string>> {
  const { number, percent } = useWords();
  const which = useWhich();
  const { data } = useQuery(ask('engagement', 'overview', which));
  const advice = useQuery(ask('recommendations', 'counts', which)).data;
  const checklists = useQuery(ask('checklists', 'list', {})).data;
  const snapshot = data?.snapshot;
  const written: Partial<Record<PageId, string>> = {
    ...(advice && advice.adopted > 0 && { recommendations: number(advice.adopted) }),
    ...(advice && advice.planned > 0 && { roadmap: number(advice.planned) }),
    ...(checklists &&
      checklists.total > 0 && {
        checklists: `${number(checklists.answered)}/${number(checklists.total)}`,
      }),
  };
  // Of a scan under way the counts are not yet what they will be.
  if (!data || !snapshot || snapshot.state === 'running') return written;
  const { planned, ok } = snapshot.reads;
  return {
    ...written,
    resources: number(snapshot.resources),
    ...(planned > 0 && { coverage: percent(ok / planned) }),
    ...(data.scores && { findings: number(severities.reduce((sum, each) => sum + data.open[each], 0)) }),
  };
}
