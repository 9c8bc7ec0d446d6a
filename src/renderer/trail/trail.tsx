import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ask } from '../data/query.ts';
import { fieldbook } from '../fieldbook.ts';
import { DayInput } from '../parts/day-input.tsx';
import { Empty } from '../parts/empty.tsx';
import { Grid, type GridColumn } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { Page } from '../parts/page.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import type { Entry } from './entry.ts';
import type { TrailSearch } from './search.ts';
import { StepPanel } from './step-panel.tsx';
import classes from './trail.module.css';

export const route = createLazyRoute('/trail')({ component: Trail });

/** Everything that people changed, newest first, each step with what it changed and a way back. */
function Trail() {
  const { t } = useWords();
  const saveAs = useSaveAs();
  const { kind, person, day, step } = route.useSearch() as TrailSearch;
  const go = useNavigate({ from: '/trail' });
  const look = (change: Partial<TrailSearch>) =>
    void go({ search: ((old: TrailSearch) => ({ ...old, ...change })) as never });
  const filter = { kind, person, day };
  const save = () =>
    saveAs({
      name: `${t('trail.file')}.csv`,
      kind: 'csv',
      page: '/trail',
      write: (path, signal) => fieldbook.exchange.export({ what: 'trail', format: 'csv', path }, { signal }),
      said: (path, { rows }) => t('trail.exported', { count: rows, path }),
    });
  const [total, setTotal] = useState<number>();
  const [opened, setOpened] = useState<Entry>();
  const facets = useQuery(ask('trail', 'facets', {})).data;
  const columns = useColumns<Entry>('trail', useTrailColumns());
  const close = () => look({ step: undefined });
  const filtered = kind !== undefined || person !== undefined || day !== undefined;
  return (
    <Split
      id="trail"
      label={t('trail.panel')}
      onClose={close}
      panel={
        step !== undefined && opened?.step === step ? <StepPanel entry={opened} onClose={close} /> : null
      }
    >
      <Page
        fill
        title={t('trail.title')}
        lead={total === undefined ? ' ' : t('trail.lead', { count: total })}
        actions={
          <>
            <ColumnChooser columns={columns} />
            <Button leftSection={<IconDownload size={14} />} onClick={() => void save()}>
              {t('trail.export')}
            </Button>
          </>
        }
      >
        <div className={classes.filter}>
          <Select
            w={168}
            aria-label={t('trail.kind')}
            placeholder={t('trail.anyKind')}
            clearable
            clearButtonProps={{ 'aria-label': t('trail.clear') }}
            value={kind ?? null}
            data={(facets?.kinds ?? []).map(({ value, label }) => ({ value, label }))}
            onChange={(value) => look({ kind: value ?? undefined, step: undefined })}
          />
          <Select
            w={168}
            aria-label={t('trail.person')}
            placeholder={t('trail.anyPerson')}
            clearable
            clearButtonProps={{ 'aria-label': t('trail.clear') }}
            value={person ?? null}
            data={(facets?.people ?? []).map(({ value }) => value)}
            onChange={(value) => look({ person: value ?? undefined, step: undefined })}
          />
          <DayInput
            unlabelled
            w={168}
            label={t('trail.day')}
            value={day ?? null}
            onChange={(chosen) => look({ day: chosen ?? undefined, step: undefined })}
          />
          {filtered && (
            <Button
              variant="subtle"
              onClick={() => look({ kind: undefined, person: undefined, day: undefined })}
            >
              {t('trail.clear')}
            </Button>
          )}
        </div>
        <Grid<Entry>
          label={t('trail.title')}
          columns={columns}
          source={{
            queryKey: ['trail', 'page', filter],
            async fetch(window, signal) {
              const page = await fieldbook.trail.page({ ...filter, ...window }, { signal });
              return { total: page.total, rows: page.entries };
            },
          }}
          rowKey={(entry) => entry.step}
          rowName={(entry) => entry.sentence}
          open={step}
          onOpen={(entry) => {
            setOpened(entry);
            look({ step: entry.step });
          }}
          onClose={close}
          onTotal={setTotal}
          empty={
            filtered ? (
              <Empty what={t('trail.noMatch')} />
            ) : (
              <Empty what={t('trail.empty')} next={t('trail.emptyNext')} />
            )
          }
        />
      </Page>
    </Split>
  );
}

function useTrailColumns(): GridColumn<Entry>[] {
  const { t, locale } = useWords();
  return useMemo(() => {
    const moment = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return [
      {
        id: 'when',
        name: t('trail.when'),
        size: 170,
        cell: ({ at }) => <span className="secondary">{moment.format(new Date(at))}</span>,
      },
      { id: 'who', name: t('trail.who'), size: 150, cell: ({ who }) => who, optional: true },
      { id: 'what', name: t('trail.what'), size: 420, grow: 1, cell: ({ sentence }) => sentence },
    ];
  }, [t, locale]);
}
