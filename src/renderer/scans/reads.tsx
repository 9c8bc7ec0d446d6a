import { Button, Drawer } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { useRegionName } from './region-name.ts';
import classes from './scans.module.css';
import { useServiceName } from './service-name.ts';

interface Place {
  account: string;
  region?: string;
  service: string;
  /** As it is shown. */
  name: string;
}

interface Props {
  snapshot: string;
  of: Place | undefined;
  onClose: () => void;
}

/** The single reads behind a cell and what became of each. */
export function Reads({ snapshot, of, onClose }: Props) {
  const { t } = useWords();
  const service = useServiceName();
  return (
    <Drawer
      opened={of !== undefined}
      onClose={onClose}
      position="right"
      size={620}
      title={of && <strong>{t('scans.calls.title', { service: service(of.service), row: of.name })}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {of && <List snapshot={snapshot} of={of} />}
    </Drawer>
  );
}

type Page = Answer<'scan', 'calls'>;
type Call = Page['calls'][number];
const LIMIT = 100;

function List({ snapshot, of: { name: _, ...place } }: { snapshot: string; of: Place }) {
  const { t } = useWords();
  const pages = useInfiniteQuery<Page, FieldbookError, Page[], unknown[], number>({
    queryKey: ['scan', 'calls', snapshot, place],
    queryFn: ({ pageParam, signal }) =>
      fieldbook.scan.calls({ snapshot, ...place, offset: pageParam, limit: LIMIT }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * LIMIT < last.total ? all.length * LIMIT : undefined),
    select: ({ pages }) => pages,
    staleTime: 0,
  });
  if (pages.error) return <Problem error={pages.error.toData()} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <RowsSkeleton rows={5} />;
  const total = pages.data[0]!.total;
  if (total === 0) return <p className="secondary">{t('scans.calls.none')}</p>;
  return (
    <>
      <p className="secondary">{t('scans.calls.lead', { count: total })}</p>
      <table className={classes.reads}>
        <thead>
          <tr>
            <th scope="col">{t('scans.calls.read')}</th>
            <th scope="col">{t('scans.calls.about')}</th>
            <th scope="col">{t('scans.calls.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.data
            .flatMap(({ calls }) => calls)
            .map((call) => (
              <Line key={call.id} call={call} />
            ))}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <Button mt={8} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('scans.calls.more')}
        </Button>
      )}
    </>
  );
}

function Line({ call }: { call: Call }) {
  const { t } = useWords();
  const regionName = useRegionName();
  return (
    <tr>
      <td>
        <code>{call.read}</code>
        <div className="secondary small">{regionName(call.region)}</div>
      </td>
      <td className="small">
        {call.subjects === null
          ? t('scans.calls.listing', { count: call.items })
          : t('scans.calls.subjects', { count: call.subjects })}
      </td>
      <td className="small">
        <span className={call.state === 'failed' ? 'status-unknown' : undefined}>
          {call.outcome ? t(`outcomes.${call.outcome}`) : t('scans.calls.pending')}
        </span>
        {call.message && (
          <div className="secondary">
            {call.code && <code>{call.code}</code>} {call.message}
          </div>
        )}
        {call.permission && (
          <div className="secondary">{t('scans.calls.permission', { permission: call.permission })}</div>
        )}
      </td>
    </tr>
  );
}
