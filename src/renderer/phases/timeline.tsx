import { IconCalendar, IconCamera, IconFileText, IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ChartStyle } from '../../shared/charts/style.ts';
import { timelineOption } from '../../shared/charts/timeline.ts';
import { severities } from '../../shared/model/finding.ts';
import type { Standing } from '../../shared/model/milestone.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Chart } from '../parts/chart.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { phaseName } from './name.ts';
import classes from './phases.module.css';

type Event = Answer<'phases', 'timeline'>['events'][number];

const openOf = ({ open }: Standing) => severities.reduce((sum, one) => sum + open[one], 0);

/** Scores and open findings over all phases, and everything that happened. */
export function Timeline() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('phases', 'timeline', {}));
  const phases = useQuery(ask('phases', 'list', {})).data?.phases;
  const names = useMemo(() => new Map(phases?.map((phase) => [phase.id, phaseName(phase, t)])), [phases, t]);
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data || !phases) return <RowsSkeleton rows={9} />;
  if (data.events.length === 0)
    return <Empty what={t('phases.noTimeline')} next={t('phases.noTimelineNext')} />;
  return (
    <div className={classes.timeline}>
      {data.events.some(({ kind }) => kind === 'snapshot') && <Line events={data.events} />}
      <Events events={data.events} names={names} />
    </div>
  );
}

function Line({ events }: { events: readonly Event[] }) {
  const { t, locale } = useWords();
  const option = useMemo(
    () => (style: ChartStyle) =>
      timelineOption(
        {
          points: events.flatMap((event) =>
            event.kind === 'snapshot'
              ? [
                  {
                    at: event.at,
                    score: event.standing.scores.overall.score,
                    open: openOf(event.standing),
                  },
                ]
              : [],
          ),
          marks: events.flatMap((event) =>
            event.kind === 'milestone' ? [{ at: event.at, name: phaseName(event.milestone.phase, t) }] : [],
          ),
          names: { score: t('phases.score'), open: t('phases.openFindings') },
          date: (at) =>
            new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
        },
        style,
      ),
    [events, t, locale],
  );
  return (
    <Card title={t('phases.chartTitle')} note={t('phases.chartNote')}>
      <Chart option={option} label={t('phases.chart')} className={classes.chart!} />
    </Card>
  );
}

function Events({ events, names }: { events: readonly Event[]; names: ReadonlyMap<string, string> }) {
  const { t, moment, number, money, percent, locale } = useWords();
  const day = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Card title={t('phases.events')} note={t('phases.eventsNote')}>
      <div className={classes.events}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('phases.when')}</th>
              <th scope="col">{t('phases.what')}</th>
              <th scope="col" className="amount">
                {t('phases.score')}
              </th>
              <th scope="col" className="amount">
                {t('phases.openFindings')}
              </th>
              <th scope="col" className="amount">
                {t('phases.money')}
              </th>
              <th scope="col" className="amount">
                {t('phases.coverage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => {
              const standing =
                event.kind === 'snapshot'
                  ? event.standing
                  : event.kind === 'milestone'
                    ? event.milestone.standing
                    : null;
              return (
                <tr key={keyOf(event)}>
                  <td className="secondary">{event.kind === 'phase' ? day(event.at) : moment(event.at)}</td>
                  <th scope="row">
                    <What event={event} names={names} />
                  </th>
                  <td className="amount strong">
                    {standing &&
                      (standing.scores.overall.score === null
                        ? '–'
                        : number(Math.round(standing.scores.overall.score)))}
                  </td>
                  <td className="amount">{standing && number(openOf(standing))}</td>
                  <td className="amount">{standing && money(standing.savings.counted)}</td>
                  <td className="amount secondary">
                    {standing &&
                      standing.reads.planned > 0 &&
                      percent(standing.reads.ok / standing.reads.planned)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

const keyOf = (event: Event): string =>
  event.kind === 'snapshot'
    ? event.standing.snapshot
    : event.kind === 'milestone'
      ? event.milestone.id
      : event.kind === 'report'
        ? event.id
        : `${event.phase} ${event.edge}`;

const icons = { snapshot: IconCamera, milestone: IconFlag, report: IconFileText, phase: IconCalendar };

/** What happened, leading to where it is looked at. */
function What({ event, names }: { event: Event; names: ReadonlyMap<string, string> }) {
  const { t } = useWords();
  const Icon = icons[event.kind];
  const words = (
    <>
      <Icon size={14} stroke={1.5} aria-hidden /> {wordsOf(event, names, t)}
    </>
  );
  if (event.kind === 'snapshot' || (event.kind === 'milestone' && event.milestone.standing))
    return (
      <Link
        to="/"
        search={
          { snapshot: event.kind === 'snapshot' ? event.standing.snapshot : event.milestone.id } as never
        }
        className={classes.event!}
      >
        {words}
      </Link>
    );
  return <span className={classes.event}>{words}</span>;
}

function wordsOf(
  event: Event,
  names: ReadonlyMap<string, string>,
  t: ReturnType<typeof useWords>['t'],
): string {
  switch (event.kind) {
    case 'snapshot':
      return t('phases.event.snapshot');
    case 'milestone':
      return t('phases.event.milestone', { name: phaseName(event.milestone.phase, t) });
    case 'report':
      return t('phases.event.report', {
        report: t(`reports.kinds.${event.report}`),
        language: t(`languages.${event.language}`),
      });
    case 'phase':
      return t(`phases.event.${event.edge}`, { name: names.get(event.phase) ?? '' });
  }
}
