import { ActionIcon, Select, Tabs, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton, RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { AnswerChanges } from './answers.tsx';
import classes from './compare.module.css';
import { FindingChanges } from './finding-changes.tsx';
import { ComparisonGroups } from './groups.tsx';
import { comparisonMarkdown } from './markdown.ts';
import { ComparisonOverview } from './overview/overview.tsx';
import { ResourceChanges } from './resource-changes.tsx';
import { RulesNote } from './rules-note.tsx';
import { RealisedSavings } from './savings.tsx';
import { parts } from './search.ts';
import { chosenSides, type Side, useSides } from './sides.ts';
import { useCompareChange, useCompareSearch } from './use-compare.ts';

export const route = createLazyRoute('/compare')({ component: Compare });

function Compare() {
  const { t } = useWords();
  const sides = useSides();
  const search = useCompareSearch();
  if (!sides) return <PageSkeleton />;
  if (sides.length < 2)
    return (
      <Page title={t('compare.title')}>
        <Empty what={t(sides.length === 0 ? 'compare.none' : 'compare.need')} next={t('compare.needNext')} />
      </Page>
    );
  return <Pair sides={sides} {...chosenSides(sides, search)} />;
}

function Pair({ sides, before, after }: { sides: Side[]; before: Side; after: Side }) {
  const words = useWords();
  const { t, number } = words;
  const { part = 'overview', rules = 'as-judged' } = useCompareSearch();
  const change = useCompareChange();
  const same = before.id === after.id;
  const which = { before: before.id, after: after.id };
  const byRules = { ...which, rules };
  const { data, error, refetch } = useQuery({ ...ask('compare', 'summary', byRules), enabled: !same });
  const choose = (next: { before: string; after: string }) =>
    change({ ...next, finding: undefined, resource: undefined });
  const counts = (of: Record<string, number> | undefined) =>
    of ? number(Object.values(of).reduce((sum, one) => sum + one, 0)) : '';
  return (
    <Page
      fill
      title={t('compare.title')}
      lead={t('compare.lead', { before: before.label, after: after.label })}
      actions={
        <>
          <Chooser
            label={t('compare.before')}
            sides={sides}
            value={before}
            onChange={(id) => choose({ ...which, before: id })}
          />
          <Tooltip label={t('compare.swap')}>
            <ActionIcon
              aria-label={t('compare.swap')}
              onClick={() => choose({ before: after.id, after: before.id })}
            >
              <IconArrowsExchange size={16} />
            </ActionIcon>
          </Tooltip>
          <Chooser
            label={t('compare.after')}
            sides={sides}
            value={after}
            onChange={(id) => choose({ ...which, after: id })}
          />
          {data && <CopyText text={() => comparisonMarkdown(data, words)} label={t('compare.copy')} />}
        </>
      }
    >
      {same ? (
        <Empty what={t('compare.same')} next={t('compare.sameNext')} />
      ) : error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : (
        <>
          <RulesNote which={which} />
          <Tabs
            value={part}
            onChange={(value) => change({ part: value as (typeof parts)[number] })}
            className={classes.tabs!}
            classNames={{ panel: classes.panel! }}
          >
            <Tabs.List aria-label={t('compare.tabs')}>
              {parts.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`compare.${one}`)}{' '}
                  {(one === 'findings' || one === 'resources') && (
                    <span className="secondary">{counts(data?.[one])}</span>
                  )}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="overview" tabIndex={0}>
              {data ? <ComparisonOverview data={data} /> : <RowsSkeleton rows={9} />}
            </Tabs.Panel>
            <Tabs.Panel value="findings">
              <FindingChanges which={byRules} />
            </Tabs.Panel>
            <Tabs.Panel value="resources">
              <ResourceChanges which={which} />
            </Tabs.Panel>
            <Tabs.Panel value="groups" tabIndex={0}>
              <ComparisonGroups which={byRules} />
            </Tabs.Panel>
            <Tabs.Panel value="savings" tabIndex={0}>
              <RealisedSavings which={which} />
            </Tabs.Panel>
            <Tabs.Panel value="answers" tabIndex={0}>
              <AnswerChanges which={which} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Page>
  );
}

interface ChooserProps {
  label: string;
  sides: Side[];
  value: Side;
  onChange: (id: string) => void;
}

function Chooser({ label, sides, value, onChange }: ChooserProps) {
  const { t } = useWords();
  const group = (kind: Side['kind']) => ({
    group: t(kind === 'snapshot' ? 'compare.snapshots' : 'compare.milestones'),
    items: sides.filter((one) => one.kind === kind).map((one) => ({ value: one.id, label: one.label })),
  });
  const groups = [group('snapshot'), group('milestone')];
  return (
    <Select
      aria-label={label}
      leftSection={<span className={classes.which}>{label}</span>}
      leftSectionWidth={64}
      w={312}
      data={groups[1]!.items.length > 0 ? groups : groups[0]!.items}
      value={value.id}
      onChange={(id) => id && onChange(id)}
    />
  );
}
