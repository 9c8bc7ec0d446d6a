import { severities } from '../../shared/model/finding.ts';
import type { Answer } from '../data/types.ts';
import type { RecommendationsSearch } from './search.ts';

export type ActionRow = Answer<'recommendations', 'list'>['actions'][number];
export type ActionDetail = Answer<'recommendations', 'get'>;

/** Where an action is: what is done is no longer merely adopted. */
export const standOf = ({ state, horizon }: Pick<ActionRow, 'state' | 'horizon'>) =>
  state === 'adopted' && horizon === 'done' ? 'done' : state;

/** The actions that were asked for, in order. */
export function look(
  rows: readonly ActionRow[],
  { text, show = 'open', track, kind, sort }: RecommendationsSearch,
): ActionRow[] {
  const wanted = text?.trim().toLocaleLowerCase() ?? '';
  const found = rows.filter((row) => {
    const stand = standOf(row);
    return (
      (show === 'open' ? stand === 'proposed' || stand === 'adopted' : stand === show) &&
      (!track || row.track === track) &&
      (!kind || row.kind === kind) &&
      [row.title, row.owner, row.library ?? '', row.id].some((part) =>
        part.toLocaleLowerCase().includes(wanted),
      )
    );
  });
  const { by, direction } = sort ?? { by: 'rank', direction: 'asc' };
  return found.sort((a, b) => order(a, b, by) * (direction === 'asc' ? 1 : -1));
}

function order(a: ActionRow, b: ActionRow, by: NonNullable<RecommendationsSearch['sort']>['by']): number {
  const worst = ({ severity }: ActionRow) =>
    severity === null ? -1 : severities.length - severities.indexOf(severity);
  switch (by) {
    case 'rank':
      return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
    case 'severity':
      return worst(a) - worst(b);
    case 'saving':
      return a.counted - b.counted;
    case 'findings':
    case 'effort':
      return a[by] - b[by];
    case 'title':
    case 'track':
    case 'kind':
      return a[by].localeCompare(b[by]);
  }
}
