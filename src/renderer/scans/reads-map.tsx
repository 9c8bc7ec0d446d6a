import { Anchor, Breadcrumbs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../data/query.ts';
import { HeatLegend, HeatMap } from '../parts/heat-map.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { Reads } from './reads.tsx';
import { useRegionName } from './region-name.ts';
import { useServiceName } from './service-name.ts';

interface Props {
  snapshot: string;
  label: string;
  /** Changes when there is something new to see; while it does, reads are to come. */
  beat?: number;
  /** True when reads are still to come. */
  pending: boolean;
}

/** What became of the reads of a snapshot, by account and service; of one account, by region; of a cell, one by one. */
export function ReadsMap({ snapshot, label, beat, pending }: Props) {
  const { t } = useWords();
  const service = useServiceName();
  const region = useRegionName();
  const [account, setAccount] = useState<string>();
  const [open, setOpen] = useState<{ row: string; service: string }>();
  const cells = useQuery({
    ...ask('scan', 'cells', { snapshot, ...(account !== undefined && { account }) }),
    placeholderData: keepPreviousData,
  });
  useFollow(beat, () => cells.refetch());
  // The account's own name, also when its regions are the rows.
  const names = useRef(new Map<string, string>());
  if (cells.error) return <Problem error={cells.error.toData()} onRetry={() => void cells.refetch()} />;
  if (!cells.data) return <RowsSkeleton rows={6} />;
  const { rows, services } = cells.data;
  if (account === undefined) for (const { id, name } of rows) names.current.set(id, name);
  const byPlace = new Map(cells.data.cells.map((cell) => [`${cell.row} ${cell.service}`, cell]));
  const nameOf = (id: string) => names.current.get(id) ?? id;
  return (
    <>
      {account !== undefined && (
        <Breadcrumbs mb={8}>
          <Anchor component="button" type="button" size="sm" onClick={() => setAccount(undefined)}>
            {t('scans.heat.all')}
          </Anchor>
          <strong>{nameOf(account)}</strong>
        </Breadcrumbs>
      )}
      <HeatMap
        label={label}
        head={t(account === undefined ? 'scans.heat.account' : 'scans.heat.region')}
        rows={rows.map(({ id, name, refused }) => ({
          id,
          name: account === undefined ? name : region(name),
          ...(refused !== null && { note: t('scans.heat.refused') }),
        }))}
        columns={services.map((id) => ({ id, name: service(id) }))}
        cell={(row, column) => byPlace.get(`${row} ${column}`)}
        onCell={(row, column) => setOpen({ row, service: column })}
        {...(account === undefined && { onRow: setAccount })}
      />
      <HeatLegend pending={pending} />
      <Reads
        snapshot={snapshot}
        of={
          open && {
            service: open.service,
            account: account ?? open.row,
            ...(account !== undefined && { region: open.row }),
            name: account === undefined ? nameOf(open.row) : `${nameOf(account)}, ${region(open.row)}`,
          }
        }
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}

/** Asks again with each beat, but never while an answer is on its way. */
function useFollow(beat: number | undefined, again: () => Promise<unknown>): void {
  const busy = useRef(false);
  useEffect(() => {
    if (beat === undefined || busy.current) return;
    busy.current = true;
    void again().finally(() => {
      busy.current = false;
    });
  }, [beat]);
}
