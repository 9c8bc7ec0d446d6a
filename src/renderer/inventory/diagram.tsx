import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { dependencyColumns, dependencyHeight, dependencyOption } from '../../shared/charts/dependencies.ts';
import type { ChartStyle } from '../../shared/charts/style.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Chart } from '../parts/chart.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';

type Graph = Answer<'inventory', 'graph'>;

/** Who depends on whom, drawn, and the same as a list. */
export function Diagram({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('inventory', 'graph', {}));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  return <Drawn graph={data} onOpen={onOpen} label={t('inventory.diagram')} />;
}

function Drawn({ graph, onOpen, label }: { graph: Graph; onOpen: (id: string) => void; label: string }) {
  const { t } = useWords();
  const kindName = useCallback(
    (kind: string) =>
      kind === 'aws'
        ? t('inventory.aws')
        : kind === ''
          ? t('inventory.notSaid')
          : t(`inventory.values.kind.${kind}` as never),
    [t],
  );
  const nodes = useMemo(
    () => graph.nodes.map((node) => ({ ...node, kind: kindName(node.kind) })),
    [graph, kindName],
  );
  const option = useMemo(
    () => (style: ChartStyle) => dependencyOption(nodes, graph.edges, style),
    [nodes, graph],
  );
  const columns = useMemo(() => dependencyColumns(nodes, graph.edges), [nodes, graph]);
  const click = useCallback(
    (id: string) => {
      if (graph.nodes.some((node) => node.id === id && !node.aws)) onOpen(id);
    },
    [graph, onOpen],
  );
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.scroll} tabIndex={0} aria-label={label}>
      <Card title={label} note={t('inventory.diagramNote')}>
        <div style={{ height: dependencyHeight(columns, { size: 12 }) }}>
          <Chart option={option} label={label} className={classes.canvas!} onClick={click} />
        </div>
      </Card>
      <Card title={t('inventory.relations')}>
        <ul className={classes.relations}>
          {graph.nodes
            .filter(({ aws }) => !aws)
            .map(({ id, name }) => {
              const on = graph.edges.filter(({ from }) => from === id).map(({ to }) => nameOf(to));
              return (
                <li key={id}>
                  <button type="button" className={classes.link} onClick={() => onOpen(id)}>
                    {name}
                  </button>{' '}
                  <span className="secondary">
                    {on.length > 0
                      ? t('inventory.dependsOnList', { names: on.join(', ') })
                      : t('inventory.noDependencies')}
                  </span>
                </li>
              );
            })}
        </ul>
      </Card>
    </section>
  );
}
