import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { BulkBar } from './bulk.tsx';
import classes from './checklists.module.css';
import { fits, type ItemData, type ListData, useAnswering } from './data.ts';
import { Found, firstFound } from './found.tsx';
import { Interview } from './interview.tsx';
import { useAnswerKeys } from './keys.ts';
import { QuestionList } from './list.tsx';
import { Question } from './question.tsx';
import { type Change, type ChecklistsSearch, shows } from './search.ts';
import { Upgrade } from './upgrade.tsx';

interface Props {
  list: ListData;
  search: ChecklistsSearch;
  change: Change;
  readonly: boolean;
}

/** The questions of a checklist beside the one that is open. */
export function Questions({ list, search, change, readonly }: Props) {
  const { t } = useWords();
  const which = useWhich();
  // Once shown it stays, also when its last question was answered.
  const kept = useRef(firstOf(list, search.show));
  const wanted = search.checklist ?? homeOf(list, search.item) ?? kept.current;
  const shown = list.checklists.find(({ checklist }) => checklist === wanted) ?? list.checklists[0]!;
  kept.current = shown.checklist;
  const items = useQuery(ask('checklists', 'items', { ...which, checklist: shown.checklist }));
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Upgrade checklist={shown} />
      <div className={classes.bar}>
        <Select
          className={classes.which}
          aria-label={t('checklists.which')}
          value={shown.checklist}
          onChange={(checklist) => change({ checklist: checklist ?? undefined, item: undefined })}
          data={list.checklists.map(({ checklist, title, answered, total }) => ({
            value: checklist,
            label: `${title} · ${t('checklists.progress', { answered, total })}`,
          }))}
        />
        <Select
          w={190}
          aria-label={t('checklists.show.label')}
          value={search.show ?? 'all'}
          onChange={(show) =>
            change({ show: show === 'all' ? undefined : (show as ChecklistsSearch['show']) })
          }
          data={(['all', ...shows] as const).map((value) => ({
            value,
            label: t(`checklists.show.${value}`),
          }))}
        />
        <TextInput
          ref={field}
          flex={1}
          miw={160}
          leftSection={<IconSearch size={14} />}
          aria-label={t('checklists.search')}
          placeholder={t('checklists.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // What was found for fewer letters is not what was meant.
            const found = asked === text.trim() ? firstFound() : null;
            if (event.key === 'ArrowDown' && found) {
              event.preventDefault();
              found.focus();
            }
            if (event.key === 'Enter') found?.click();
            if (event.key === 'Escape') setText('');
            if (event.key === 'Escape' || (event.key === 'Enter' && found)) event.currentTarget.blur();
          }}
        />
      </div>
      {asked.length > 1 ? (
        <Found
          text={asked}
          onOpen={(found) => {
            setText('');
            change({ ...found, show: undefined });
          }}
        />
      ) : items.error ? (
        <Problem error={items.error.toData()} onRetry={() => void items.refetch()} />
      ) : items.data ? (
        <Work
          key={shown.checklist}
          sections={items.data.sections}
          all={items.data.items}
          search={search}
          change={change}
          readonly={readonly}
          onSearch={() => field.current?.focus()}
          title={shown.title}
        />
      ) : (
        <RowsSkeleton rows={9} />
      )}
    </>
  );
}

/** The checklist of an item whose address names no more: its id begins with the checklist's. */
const homeOf = ({ checklists }: ListData, item: string | undefined): string | undefined =>
  checklists
    .map(({ checklist }) => checklist)
    .filter((checklist) => item?.startsWith(`${checklist}-`))
    .sort((a, b) => b.length - a.length)[0];

/** Where there is something to do; for whoever asks for overrides without a reason, where there is one. */
function firstOf({ checklists }: ListData, show: ChecklistsSearch['show']): string | undefined {
  const unreasoned = checklists.find((one) => one.unreasoned > 0);
  if (show === 'unreasoned' && unreasoned) return unreasoned.checklist;
  return checklists.find(({ answered, total }) => answered < total)?.checklist;
}

interface WorkProps extends Omit<Props, 'list'> {
  sections: { id: string; title: string }[];
  all: ItemData[];
  title: string;
  onSearch: () => void;
}

function Work({ sections, all, title, search, change, readonly, onSearch }: WorkProps) {
  const { t } = useWords();
  const answering = useAnswering();
  const { show } = search;
  // What was just answered stays where it is until another filter is chosen.
  const stay = useRef(new Set<string>());
  useMemo(() => stay.current.clear(), [show]);
  const shown = useMemo(() => {
    const fitting = all.filter((one) => fits(one, show) || stay.current.has(one.item.id));
    for (const { item } of fitting) stay.current.add(item.id);
    return fitting;
  }, [all, show]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const current = shown.find(({ item }) => item.id === search.item) ?? shown[0];
  const keys = useAnswerKeys({
    shown,
    current,
    answering,
    readonly,
    onGo: (item) => change({ item }),
    onSearch,
    interview: search.mode === 'interview',
    onInterview: (on) => change({ mode: on ? 'interview' : undefined }),
    onSelect: (id) =>
      setSelected((old) => {
        const next = new Set(old);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
  });
  if (!current) return <Empty what={t('checklists.noMatch')} />;
  const question = (
    <Question
      key={current.item.id}
      one={current}
      at={all.indexOf(current) + 1}
      of={all.length}
      section={sections.find(({ id }) => id === current.item.section)?.title ?? ''}
      answering={answering}
      readonly={readonly}
      keys={keys}
      large={search.mode === 'interview'}
    />
  );
  return (
    <>
      <BulkBar
        selected={shown.filter(({ item }) => selected.has(item.id))}
        answering={answering}
        onNone={() => setSelected(new Set())}
      />
      <div className={classes.work}>
        <QuestionList
          sections={sections}
          shown={shown}
          numberOf={(one) => all.indexOf(one) + 1}
          current={current.item.id}
          selected={selected}
          onGo={(item) => change({ item })}
          onSelect={keys.select}
        />
        <section
          className={classes.pane}
          aria-label={t('checklists.item.answer')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
          tabIndex={0}
        >
          {search.mode !== 'interview' && question}
        </section>
      </div>
      {!readonly && <p className={`secondary small ${classes.keys}`}>{t('checklists.keys')}</p>}
      {search.mode === 'interview' && (
        <Interview
          title={title}
          settled={all.filter(({ state }) => state.level !== null || state.answer?.notApplicable).length}
          of={all.length}
          keys={keys}
          onClose={() => change({ mode: undefined })}
        >
          {question}
        </Interview>
      )}
    </>
  );
}
