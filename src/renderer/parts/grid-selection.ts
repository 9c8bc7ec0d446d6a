/** Which rows are chosen: some by their keys, or all that match but some. */
export interface GridSelection {
  all: boolean;
  /** The chosen ones; where `all`, the ones left out. */
  keys: ReadonlySet<string>;
}

export const nothingSelected: GridSelection = { all: false, keys: new Set() };
export const everythingSelected: GridSelection = { all: true, keys: new Set() };

export const isSelected = ({ all, keys }: GridSelection, key: string): boolean => keys.has(key) !== all;

export const countSelected = ({ all, keys }: GridSelection, total: number): number =>
  all ? Math.max(0, total - keys.size) : keys.size;

export function toggled(selection: GridSelection, key: string): GridSelection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { ...selection, keys };
}

/** The same with these rows chosen as well. */
export function withSelected(selection: GridSelection, added: Iterable<string>): GridSelection {
  const keys = new Set(selection.keys);
  for (const key of added) {
    if (selection.all) keys.delete(key);
    else keys.add(key);
  }
  return { ...selection, keys };
}
