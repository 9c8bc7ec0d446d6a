import type { JsonValue } from '../../../shared/model/json.ts';
import { isRedacted } from '../../../shared/model/redacted.ts';

/** A property or entry as a row of the tree. */
export interface TreeNode {
  /** From the top, such as `SecurityGroups[0].GroupId`; the top itself has an empty one. */
  path: string;
  name: string;
  value: JsonValue;
  level: number;
  /** Undefined for what has nothing below it. */
  open: boolean | undefined;
  /** Set where a text was JSON and is shown opened. */
  parsed: boolean;
  /** Place among the entries of the same parent, from 1, and how many there are. */
  position: number;
  siblings: number;
}

export interface TreeView {
  rows: TreeNode[];
  /** Places whose name or value holds the words; undefined when nothing is searched. */
  found: number | undefined;
}

/** Levels that are open until somebody folds them. */
const OPEN = 1;

/** Rows that are shown, from the top down. `folded` names paths that are not as they would be by themselves. */
export function treeRows(value: JsonValue, folded: ReadonlyMap<string, boolean>, search: string): TreeView {
  const words = search.trim().toLowerCase();
  const hits = words ? hitsIn(value, words) : undefined;
  const rows: TreeNode[] = [];
  const add = (parent: JsonValue, path: string, level: number) => {
    const entries = entriesOf(parent).filter(({ name }) => !hits || hits.shown.has(join(path, name)));
    for (const [at, { name, value: raw }] of entries.entries()) {
      const here = join(path, name);
      const { value, parsed } = opened(raw);
      const below = entriesOf(value).length > 0;
      const open = below ? (folded.get(here) ?? (hits !== undefined || level < OPEN)) : undefined;
      rows.push({ path: here, name, value, level, open, parsed, position: at + 1, siblings: entries.length });
      if (open) add(value, here, level + 1);
    }
  };
  add(opened(value).value, '', 0);
  return { rows, found: hits?.count };
}

/** Paths of everything that can be folded. */
export function foldable(value: JsonValue, path = ''): string[] {
  return entriesOf(opened(value).value).flatMap(({ name, value: below }) => {
    const here = join(path, name);
    return entriesOf(opened(below).value).length > 0 ? [here, ...foldable(below, here)] : [];
  });
}

export const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

interface Entry {
  name: string;
  value: JsonValue;
}

/** What is below a value; what was redacted is one thing, although it is stored with its parts. */
function entriesOf(value: JsonValue): Entry[] {
  if (typeof value !== 'object' || value === null || isRedacted(value)) return [];
  if (Array.isArray(value)) return value.map((entry, at) => ({ name: `[${at}]`, value: entry }));
  return Object.entries(value).map(([name, entry]) => ({ name, value: entry }));
}

const join = (path: string, name: string): string =>
  name.startsWith('[') ? `${path}${name}` : path ? `${path}.${name}` : name;

/** Policies come as JSON in a text, some of them URL-encoded. */
function opened(value: JsonValue): { value: JsonValue; parsed: boolean } {
  if (typeof value !== 'string' || !/^\s*(\{|\[|%7B)/.test(value)) return { value, parsed: false };
  try {
    const text = value.startsWith('%7B') ? decodeURIComponent(value) : value;
    const parsed = JSON.parse(text) as JsonValue;
    return typeof parsed === 'object' && parsed !== null
      ? { value: parsed, parsed: true }
      : { value, parsed: false };
  } catch {
    // A text that only begins like JSON is a text.
    return { value, parsed: false };
  }
}

/** Paths that hold the words, and those that lead there. */
function hitsIn(value: JsonValue, words: string): { shown: Set<string>; count: number } {
  const shown = new Set<string>();
  let count = 0;
  const look = (parent: JsonValue, path: string, within: boolean): boolean => {
    let any = false;
    for (const { name, value: raw } of entriesOf(parent)) {
      const here = join(path, name);
      const { value: below } = opened(raw);
      const leaf = entriesOf(below).length === 0;
      const hit = name.toLowerCase().includes(words) || (leaf && textOf(below).toLowerCase().includes(words));
      if (hit) count++;
      // What is below a property that matches is shown with it.
      const deeper = look(below, here, within || hit);
      if (hit || deeper || within) shown.add(here);
      any ||= hit || deeper;
    }
    return any;
  };
  look(opened(value).value, '', false);
  return { shown, count };
}
