import { fromMicros } from '../../../shared/model/money.ts';
import type { Texts } from '../../texts.ts';
import type { Table, TableRow } from '../tables.ts';
import type { PlanAction } from './actions.ts';

/** What the columns of an action plan say, by their key in the texts, in their order. */
export const planColumns: Record<string, (action: PlanAction, texts: Texts) => TableRow[string]> = {
  ref: ({ ref }) => ref,
  title: ({ item }) => item.title,
  horizon: ({ item }, { t }) => t(`advice.horizons.${item.horizon ?? 'unplanned'}`),
  status: ({ item }, { t }) => t(`advice.statuses.${item.status}`),
  owner: ({ item }) => item.owner || null,
  from: ({ item }) => item.from,
  to: ({ item }) => item.to,
  track: ({ item }, { t }) => t(`advice.tracks.${item.track}`),
  kind: ({ item }, { t }) => t(`advice.kinds.${item.kind}`),
  severity: ({ item }, { t }) => item.severity && t(`findings.severities.${item.severity}`),
  findings: ({ item }) => item.findings,
  resources: ({ item }) => item.resources,
  effort: ({ item }) => item.effort,
  saving: ({ item }) => fromMicros(item.counted),
  advisory: ({ item }) => fromMicros(item.advisory),
  restart: ({ item }, { t }) => t(item.restart ? 'advice.yes' : 'advice.no'),
  before: ({ before }) => before.map(({ ref, title }) => ref ?? title).join(', ') || null,
  problem: ({ detail }) => detail.words.problem,
  outcome: ({ detail }) => detail.words.outcome,
  steps: ({ detail }) => numbered(detail.words.steps),
  acceptance: ({ detail }, { t }) =>
    detail.acceptance.map((one) => `${one.text} (${resultWords(one, t)})`).join('\n'),
  risks: ({ detail }) => detail.words.risks.join('\n'),
  metrics: ({ detail }) => detail.words.metrics.join('\n'),
};

/** What is known of a condition, and of how many places nothing is. */
export const resultWords = (
  { result, unread }: Pick<PlanAction['detail']['acceptance'][number], 'result' | 'unread'>,
  t: Texts['t'],
): string =>
  `${t(`advice.results.${result}`)}${unread > 0 ? `; ${t('advice.unread', { count: unread })}` : ''}`;

const numbered = (steps: readonly string[]): string =>
  steps.map((step, at) => `${at + 1}. ${step}`).join('\n');

/** The action plan as a table, its columns named in the language of the texts. */
export function planTable(actions: readonly PlanAction[], texts: Texts): Table {
  const columns = Object.entries(planColumns).map(
    ([key, cell]) => [texts.t(`advice.columns.${key}`), cell] as const,
  );
  return {
    columns: columns.map(([name]) => name),
    rows: actions.map((action) =>
      Object.fromEntries(columns.map(([name, cell]) => [name, cell(action, texts)])),
    ),
  };
}
