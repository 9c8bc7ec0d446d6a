import { Button, SegmentedControl } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { MaturityView } from './maturity.tsx';
import { Questions } from './questions.tsx';
import { type Change, type ChecklistsSearch, views } from './search.ts';
import { Templates } from './templates.tsx';

export const route = createLazyRoute('/checklists')({ component: Checklists });

/** What only people can answer: the questions, what the answers come to, and where the questions come from. */
function Checklists() {
  const { t } = useWords();
  const { engagement } = useSession();
  const search = route.useSearch() as ChecklistsSearch;
  const go = useNavigate({ from: '/checklists' });
  const change = useCallback<Change>(
    (more) => void go({ search: ((old: ChecklistsSearch) => ({ ...old, ...more })) as never, replace: true }),
    [go],
  );
  const list = useQuery(ask('checklists', 'list', {}));
  if (list.error)
    return (
      <Page title={t('checklists.title')}>
        <Problem error={list.error.toData()} onRetry={() => void list.refetch()} />
      </Page>
    );
  if (!list.data) return <PageSkeleton />;
  const { checklists, answered, total } = list.data;
  const none = checklists.length === 0;
  const view = none ? 'templates' : (search.view ?? 'questions');
  return (
    <Page
      fill={view === 'questions'}
      title={t('checklists.title')}
      lead={
        none
          ? undefined
          : t('checklists.lead', {
              answered,
              total,
              lists: t('checklists.lists', { count: checklists.length }),
            })
      }
      actions={
        !none && (
          <>
            {view === 'questions' && (
              <Button
                leftSection={<IconPresentation size={14} />}
                onClick={() => change({ mode: 'interview' })}
              >
                {t('checklists.interview')}
              </Button>
            )}
            <SegmentedControl
              aria-label={t('checklists.views.label')}
              value={view}
              onChange={(value) =>
                change({ view: value === 'questions' ? undefined : (value as ChecklistsSearch['view']) })
              }
              data={views.map((value) => ({ value, label: t(`checklists.views.${value}`) }))}
            />
          </>
        )
      }
    >
      {view === 'questions' && (
        <Questions list={list.data} search={search} change={change} readonly={engagement.readonly} />
      )}
      {view === 'maturity' && <MaturityView />}
      {view === 'templates' && <Templates first={none} list={list.data} readonly={engagement.readonly} />}
    </Page>
  );
}
