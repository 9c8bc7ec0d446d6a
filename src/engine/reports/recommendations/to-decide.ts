import type { Warning } from '../../recommendations/plan.ts';
import { type Edition, sum } from './edition.ts';
import type { ReportAction } from './input.ts';

/** Something that somebody has to say before the work can begin, and the actions that wait for it. */
export interface ToDecide {
  what: string;
  refs: string[];
}

/** What is open, from the data alone: nothing is asked that was answered. */
export function toDecide({ input, open, say, days, texts }: Edition): ToDecide[] {
  const of = (
    key: string,
    actions: readonly ReportAction[],
    values: Record<string, unknown> = {},
  ): ToDecide[] =>
    actions.length === 0
      ? []
      : [
          {
            what: say(`decide.${key}`, { count: actions.length, ...values }),
            refs: actions.map(({ ref }) => ref),
          },
        ];
  if (input.origin === 'proposed')
    return [
      ...of('adopt', open, { days: days(sum(open, ({ effort }) => effort)) }),
      ...of(
        'restarts',
        open.filter(({ restart }) => restart),
      ),
    ];
  const warned = (key: string, kind: Warning['kind']): ToDecide[] => {
    const actions = open.filter(({ warnings }) => warnings.some((one) => one.kind === kind));
    const titles = actions.flatMap(({ warnings }) =>
      warnings.flatMap((one) => (one.kind === kind ? [say('decide.title', { title: one.title })] : [])),
    );
    return of(key, actions, { titles: [...new Set(titles)] });
  };
  const planned = open.filter(({ horizon }) => horizon !== null);
  const over = input.months.filter((month) => month.over);
  const month = new Intl.DateTimeFormat(texts.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return [
    ...of(
      'unplanned',
      open.filter(({ horizon }) => horizon === null),
    ),
    ...warned('prerequisites', 'without-prerequisite'),
    ...warned('order', 'before-prerequisite'),
    ...of(
      'owners',
      planned.filter(({ owner }) => owner.trim() === ''),
    ),
    ...of(
      'dates',
      planned.filter(({ from, to }) => !from || !to),
    ),
    ...of(
      'restarts',
      planned.filter(({ restart }) => restart),
    ),
    ...of(
      'blocked',
      planned.filter(({ status }) => status === 'blocked'),
    ),
    ...(over.length > 0
      ? [
          {
            what: say('decide.capacity', {
              count: over.length,
              months: over.map((one) => month.format(new Date(`${one.month}-01`))),
              days: days(input.capacity ?? 0),
            }),
            refs: [],
          },
        ]
      : []),
  ];
}
