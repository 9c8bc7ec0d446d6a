import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconDownload, IconPlus, IconSearch, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/empty.tsx';
import { Grid, type RowsSource } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { type SystemRow, useSystemColumns } from './columns.tsx';
import { Diagram } from './diagram.tsx';
import { InventoryFindings } from './findings.tsx';
import { ImportDialog } from './import.tsx';
import classes from './inventory.module.css';
import { SystemPanel } from './panel.tsx';
import type { InventorySearch } from './search.ts';

export const route = createLazyRoute('/inventory')({ component: Inventory });

const views = ['systems', 'diagram', 'findings'] as const;

/** Systems outside of AWS. */
function Inventory() {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const { view = 'systems', system, ...search } = route.useSearch() as InventorySearch;
  const go = useNavigate({ from: '/inventory' });
  const look = useCallback(
    (change: Partial<InventorySearch>, replace = true) =>
      void go({ search: ((old: InventorySearch) => ({ ...old, ...change })) as never, replace }),
    [go],
  );
  const [importing, setImporting] = useState(false);
  const [added, setAdded] = useState<string>();
  const { data, error, refetch } = useQuery(ask('inventory', 'summary', {}));
  const open = useCallback((id: string) => look({ system: id }), [look]);
  const close = () => look({ system: undefined });
  const add = async () => {
    try {
      const { id, step } = await fieldbook.inventory.save({
        fields: { name: await freeName(t('inventory.newName')) },
      });
      setAdded(id);
      open(id);
      tell(t('inventory.saved'), async () => {
        close();
        await fieldbook.history.undo({ step });
      });
    } catch (problem) {
      tellProblem(problem);
    }
  };
  if (error)
    return (
      <Page title={t('inventory.title')}>
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data) return <PageSkeleton />;
  return (
    <Split
      id="inventory"
      label={t('inventory.panel')}
      onClose={close}
      panel={
        system === undefined ? null : (
          <SystemPanel key={system} id={system} added={system === added} onClose={close} onOpen={open} />
        )
      }
    >
      <Page
        fill
        title={t('inventory.title')}
        lead={[
          t('inventory.lead', { count: data.systems }),
          ...(data.fail > 0 ? [t('inventory.failing', { count: data.fail })] : []),
        ].join(' · ')}
        actions={
          <>
            {data.systems > 0 && <ExportButton />}
            {!readonly && (
              <>
                <Button leftSection={<IconTableImport size={14} />} onClick={() => setImporting(true)}>
                  {t('inventory.import')}
                </Button>
                <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
                  {t('inventory.add')}
                </Button>
              </>
            )}
          </>
        }
      >
        {data.systems === 0 ? (
          <Empty what={t('inventory.nothing')} next={t('inventory.nothingNext')} />
        ) : (
          <>
            <SegmentedControl
              className={classes.views!}
              aria-label={t('inventory.views.label')}
              value={view}
              onChange={(value) => look({ view: value === 'systems' ? undefined : (value as typeof view) })}
              data={views.map((value) => ({ value, label: t(`inventory.views.${value}`) }))}
            />
            {view === 'systems' && <Systems search={search} open={system} look={look} onClose={close} />}
            {view === 'diagram' && <Diagram onOpen={open} />}
            {view === 'findings' && <InventoryFindings onOpen={open} />}
          </>
        )}
        {importing && <ImportDialog onClose={() => setImporting(false)} />}
      </Page>
    </Split>
  );
}

interface SystemsProps {
  search: Pick<InventorySearch, 'text' | 'verdict' | 'sort'>;
  open: string | undefined;
  look: (change: Partial<InventorySearch>, replace?: boolean) => void;
  onClose: () => void;
}

function Systems({ search: { text, verdict, sort }, open, look, onClose }: SystemsProps) {
  const { t } = useWords();
  const columns = useColumns('inventory', useSystemColumns());
  const source = useMemo((): RowsSource<SystemRow> => {
    const query = {
      filter: { ...(text && { text }), ...(verdict && { verdict }) },
      ...(sort && { sort }),
    };
    return {
      queryKey: ['inventory', 'page', query],
      async fetch(window, signal) {
        const { total, systems } = await fieldbook.inventory.page({ ...query, ...window }, { signal });
        return { total, rows: systems };
      },
      async rowOf(key, signal) {
        const { systems } = await fieldbook.inventory.page({ ...query, limit: 1000 }, { signal });
        const row = systems.findIndex(({ id }) => id === key);
        return row === -1 ? null : row;
      },
    };
  }, [text, verdict, sort]);
  return (
    <>
      <search className={classes.filters}>
        <TextInput
          flex={1}
          leftSection={<IconSearch size={14} />}
          aria-label={t('inventory.search')}
          placeholder={t('inventory.search')}
          value={text ?? ''}
          onChange={(event) => look({ text: event.currentTarget.value || undefined })}
        />
        <Select
          w={160}
          aria-label={t('inventory.show.label')}
          value={verdict ?? 'all'}
          data={(['all', 'fail', 'unknown'] as const).map((value) => ({
            value,
            label: t(`inventory.show.${value}`),
          }))}
          onChange={(value) => look({ verdict: value === 'all' ? undefined : (value as 'fail' | 'unknown') })}
        />
        <ColumnChooser columns={columns} />
      </search>
      <Grid
        label={t('inventory.title')}
        columns={columns}
        source={source}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        sort={sort ?? { by: 'name', direction: 'asc' }}
        onSort={(next) => look({ sort: next as NonNullable<InventorySearch['sort']> })}
        onOpen={({ id }) => look({ system: id }, open !== undefined)}
        onClose={onClose}
        open={open}
        empty={<Empty what={t('inventory.noMatch')} />}
      />
    </>
  );
}

function ExportButton() {
  const { t } = useWords();
  const saveAs = useSaveAs();
  const save = () =>
    saveAs({
      name: 'systems.csv',
      kind: 'csv',
      page: '/inventory',
      write: (path, signal) => fieldbook.inventory.export({ path }, { signal }),
      said: (path, { rows }) => t('inventory.exported', { count: rows, path }),
    });
  return (
    <Button leftSection={<IconDownload size={14} />} onClick={() => void save()}>
      {t('inventory.export')}
    </Button>
  );
}

/** A name that no system has yet. */
async function freeName(name: string): Promise<string> {
  const { systems } = await fieldbook.inventory.page({ filter: { text: name }, limit: 1000 });
  const taken = new Set(systems.map((one) => one.name.toLowerCase()));
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`;
  return free;
}
