import type { Mark } from '../../../shared/model/records/evidence.ts';

/** What was drawn, with every state before it, so that each step can be taken back. */
export interface Drawing {
  marks: readonly Mark[];
  selected: number | null;
  past: readonly (readonly Mark[])[];
  future: readonly (readonly Mark[])[];
}

/** As they are kept, or as somebody left them: one step leads from there back to those that are kept. */
export const drawingOf = (kept: readonly Mark[], left: readonly Mark[] = kept): Drawing => ({
  marks: left,
  selected: null,
  past: left === kept ? [] : [kept],
  future: [],
});

export type Action =
  | { do: 'add'; mark: Mark }
  | { do: 'select'; at: number | null }
  /** `step`: false while a pointer is held, so that one drag is one step. */
  | { do: 'change'; at: number; mark: Mark; step: boolean }
  | { do: 'delete'; at: number }
  | { do: 'undo' }
  | { do: 'redo' };

export function drawn(drawing: Drawing, action: Action): Drawing {
  const { marks, past, future } = drawing;
  const next = (changed: readonly Mark[], selected: number | null): Drawing => ({
    marks: changed,
    selected,
    past: [...past, marks],
    future: [],
  });
  switch (action.do) {
    case 'add':
      return next([...marks, action.mark], marks.length);
    case 'select':
      return { ...drawing, selected: action.at };
    case 'change': {
      const changed = marks.map((mark, at) => (at === action.at ? action.mark : mark));
      return action.step ? next(changed, action.at) : { ...drawing, marks: changed, selected: action.at };
    }
    case 'delete':
      return next(
        marks.filter((_, at) => at !== action.at),
        null,
      );
    case 'undo': {
      const before = past.at(-1);
      return before
        ? { marks: before, selected: null, past: past.slice(0, -1), future: [marks, ...future] }
        : drawing;
    }
    case 'redo': {
      const after = future[0];
      return after
        ? { marks: after, selected: null, past: [...past, marks], future: future.slice(1) }
        : drawing;
    }
  }
}

/** The topmost mark at a point, in pixels of the picture; `slack` pixels beside it are still on it. */
export function markAt(marks: readonly Mark[], x: number, y: number, slack: number): number | null {
  const at = marks.findLastIndex((mark) => {
    const left = Math.min(mark.x, mark.x + mark.width) - slack;
    const top = Math.min(mark.y, mark.y + mark.height) - slack;
    return (
      x >= left &&
      y >= top &&
      x <= left + Math.abs(mark.width) + 2 * slack &&
      y <= top + Math.abs(mark.height) + 2 * slack
    );
  });
  return at < 0 ? null : at;
}

/** A mark moved, or with `resize` its far corner moved, and kept on the picture. */
export function shifted(
  mark: Mark,
  by: { x: number; y: number },
  resize: boolean,
  size: { width: number; height: number },
): Mark {
  const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);
  if (resize)
    return {
      ...mark,
      width: within(mark.width + by.x, -mark.x, size.width - mark.x),
      height: within(mark.height + by.y, -mark.y, size.height - mark.y),
    };
  const least = { x: Math.min(0, mark.width), y: Math.min(0, mark.height) };
  const most = { x: Math.max(0, mark.width), y: Math.max(0, mark.height) };
  return {
    ...mark,
    x: within(mark.x + by.x, -least.x, Math.max(-least.x, size.width - most.x)),
    y: within(mark.y + by.y, -least.y, Math.max(-least.y, size.height - most.y)),
  };
}
