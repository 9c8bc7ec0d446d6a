import { hashKey, type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FieldbookError } from '../../shared/contract/errors.ts';

export interface RowsPage<Row> {
  /** Of all rows, not of this page. */
  total: number;
  rows: readonly Row[];
}

/** Where the rows of a grid come from: a question whose answer is asked for in windows. */
export interface RowsSource<Row> {
  /** Names the question, beginning with the domain of the contract: what the engine tells of makes it ask again. */
  queryKey: readonly unknown[];
  fetch(window: { offset: number; limit: number }, signal: AbortSignal): Promise<RowsPage<Row>>;
  /** Where the row stands whose panel is open; null where the question leaves it out. */
  rowOf?(key: string, signal: AbortSignal): Promise<number | null>;
  /** The grid goes back to its top when this changes; left out, whenever the question does. */
  place?: string;
}

const PAGE = 100;

const pageQuery = <Row>(source: RowsSource<Row>, page: number) => ({
  queryKey: [...source.queryKey, { offset: page * PAGE, limit: PAGE }],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    source.fetch({ offset: page * PAGE, limit: PAGE }, signal),
});

/** Asks for the first rows before the grid is drawn anew, so that the engine works while the page does. */
export function useAskAhead<Row>(): (source: RowsSource<Row>) => void {
  const client = useQueryClient();
  return (source) => void client.prefetchQuery(pageQuery(source, 0));
}

export interface Rows<Row> {
  /** Undefined until the first answer. */
  total: number | undefined;
  /** Undefined while it is on its way. */
  row(index: number): Row | undefined;
  /** True while rows of the former question stand in for those that are on their way. */
  stale: boolean;
  error: FieldbookError | null;
  retry(): void;
}

/** The rows from `first` to `last`, and whatever else lies on their pages. */
export function useRows<Row>(source: RowsSource<Row>, first: number, last: number): Rows<Row> {
  // What is on the screen stays there until the answer to a new question has come, so that nothing flickers.
  const shown = useRef(new Map<number, RowsPage<Row>>());
  const from = Math.floor(first / PAGE);
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i);
  const results = useQueries({
    queries: pages.map((page) => ({
      ...pageQuery(source, page),
      placeholderData: () => shown.current.get(page),
    })),
  });
  const total = useRef<number>(undefined);
  const answers = new Map(results.flatMap(({ data }, i) => (data ? [[pages[i]!, data] as const] : [])));
  const known = [...answers.values()].at(-1)?.total ?? total.current;
  useEffect(() => {
    shown.current = answers;
    total.current = known;
  });
  return {
    total: known,
    row: (index) => answers.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    stale: results.some((result) => result.isPlaceholderData),
    error: (results.find((result) => result.error)?.error as FieldbookError | undefined) ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}

/** Looks for the row whose panel is open, which may be on a page that was not read. */
export function useFindRow<Row>(source: RowsSource<Row>): (key: string) => Promise<number | null> {
  const client = useQueryClient();
  return async (key) =>
    source.rowOf
      ? client.fetchQuery({
          queryKey: [...source.queryKey, 'row of', key],
          queryFn: ({ signal }) => source.rowOf!(key, signal),
        })
      : null;
}

/** Reads rows that need not be on the screen, as a selection of many does. */
export function useReadRows<Row>(source: RowsSource<Row>): (from: number, to: number) => Promise<Row[]> {
  const client = useQueryClient();
  return (from, to) => readRows(client, source, from, to);
}

async function readRows<Row>(
  client: QueryClient,
  source: RowsSource<Row>,
  from: number,
  to: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
    const answer = await client.ensureQueryData(pageQuery(source, page));
    const start = page * PAGE;
    rows.push(...answer.rows.slice(Math.max(0, from - start), to - start + 1));
  }
  return rows;
}

export const placeOf = <Row>(source: RowsSource<Row>): string => source.place ?? hashKey(source.queryKey);
