import { type Horizon, horizons } from '../../shared/model/records/recommendation.ts';

/** The columns of the board; null: what is not planned yet. */
export const columns: readonly (Horizon | null)[] = [null, ...horizons];

export interface Place {
  horizon: Horizon | null;
  /** Goes before this one; null: to the end. */
  before: string | null;
}

interface Standing {
  id: string;
  horizon: Horizon | null;
}

/** Where an arrow key takes an action; undefined where it leads nowhere. `items` in the order in which they stand. */
export function moved(items: readonly Standing[], item: Standing, key: string): Place | undefined {
  const { horizon } = item;
  const there = items.filter((one) => one.horizon === horizon);
  const at = there.findIndex(({ id }) => id === item.id);
  const column = columns.indexOf(horizon);
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? { horizon: columns[column - 1]!, before: null } : undefined;
    case 'ArrowRight':
      return column < columns.length - 1 ? { horizon: columns[column + 1]!, before: null } : undefined;
    // What is not planned stands by rank.
    case 'ArrowUp':
      return horizon !== null && at > 0 ? { horizon, before: there[at - 1]!.id } : undefined;
    case 'ArrowDown':
      return horizon !== null && at < there.length - 1
        ? { horizon, before: there[at + 2]?.id ?? null }
        : undefined;
    default:
      return undefined;
  }
}
