import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type GraphNode, graphHeight, graphOption } from '../../../shared/charts/graph.ts';
import type { ChartStyle } from '../../../shared/charts/style.ts';
import { ask } from '../../data/query.ts';
import { useWhich } from '../../data/snapshot.ts';
import type { Answer } from '../../data/types.ts';
import { Chart } from '../../parts/chart.tsx';
import { typeName } from '../../parts/service.ts';
import { useWords } from '../../words.ts';
import type { ResourceData } from './data.ts';
import classes from './panel.module.css';
import { Section } from './section.tsx';

type Group = Answer<'resources', 'neighbours'>['groups'][number];

/** Drawn of each group, and on each side; the list has more. */
const DRAWN = 3;
const SIDE = 9;

/** What the resource is connected with, as a graph and as the same in words; both lead on to the next. */
export function Neighbours({ resource: { arn, account, name } }: Pick<ResourceData, 'resource'>) {
  const { t } = useWords();
  const which = useWhich();
  const { data } = useQuery(ask('resources', 'neighbours', { ...which, arn, account }));
  return (
    <Section title={t('resources.neighbours')}>
      {!data && (
        <div role="status" aria-label={t('resources.neighboursReading')}>
          <Skeleton height={96} />
        </div>
      )}
      {data?.groups.length === 0 && <p className="secondary">{t('resources.noNeighbours')}</p>}
      {data && data.groups.length > 0 && (
        <>
          <Graph id={arn} name={name} groups={data.groups} />
          <div className={classes.sides}>
            {(['out', 'in'] as const).map((direction) => (
              <List
                key={direction}
                title={t(direction === 'out' ? 'resources.names' : 'resources.namedBy')}
                groups={data.groups.filter((group) => group.direction === direction)}
              />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function Graph({ id, name, groups }: { id: string; name: string; groups: Group[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const nodes = useMemo(() => nodesOf(groups, id), [groups, id]);
  const option = useMemo(() => (style: ChartStyle) => graphOption(id, nodes, style), [id, nodes]);
  const walk = useCallback(
    (to: string) => {
      const next = groups.flatMap(({ resources }) => resources).find(({ arn }) => arn === to);
      if (next) void navigate({ to: '/resources', search: (old: object) => leadingTo(old, next) });
    },
    [navigate, groups],
  );
  return (
    <div className={classes.graph} style={{ height: graphHeight(nodes, { size: 12 }) }}>
      <Chart
        option={option}
        label={t('resources.graph', { name })}
        className={classes.canvas!}
        onClick={walk}
      />
    </div>
  );
}

/** The address with another resource in the panel. */
const leadingTo = (old: object, { arn, account }: { arn: string; account: string }) =>
  ({ ...old, resource: arn, seenFrom: account }) as never;

/** The first of each group on either side; a resource that stands in several relations is drawn once. */
function nodesOf(groups: readonly Group[], middle: string): GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const direction of ['out', 'in'] as const) {
    const side = direction === 'out' ? 'right' : 'left';
    const some = groups
      .filter((group) => group.direction === direction)
      .flatMap((group) => group.resources.slice(0, DRAWN).map((one) => ({ ...one, relation: group.as })))
      .filter(({ arn }) => arn !== middle && !nodes.has(arn))
      .slice(0, SIDE);
    for (const { arn, name, type, relation } of some)
      nodes.set(arn, { id: arn, name, kind: typeName(type), side, relation });
  }
  return [...nodes.values()];
}

function List({ title, groups }: { title: string; groups: Group[] }) {
  const { t } = useWords();
  if (groups.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <dl className={classes.neighbours}>
        {groups.map(({ as, direction, type, total, resources }) => (
          <div key={`${as} ${type}`}>
            <dt>
              {t(`resources.relations.${as}.${direction}`)}{' '}
              <span className="secondary">{typeName(type)}</span>
            </dt>
            <dd>
              <ul>
                {resources.map(({ arn, account, name, failing }) => (
                  <li key={arn}>
                    <Link
                      to="/resources"
                      search={(old: object) => leadingTo(old, { arn, account })}
                      title={arn}
                    >
                      {name}
                    </Link>
                    {failing > 0 && (
                      <span className={classes.failing}>
                        {failing} <span className="hidden">{t('resources.failing')}</span>
                      </span>
                    )}
                  </li>
                ))}
                {total > resources.length && (
                  <li className="secondary">
                    {t('resources.moreNeighbours', { count: total - resources.length })}
                  </li>
                )}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
