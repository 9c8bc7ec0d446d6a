import { decisionStates } from '../../shared/model/decision.ts';
import { severities, statuses } from '../../shared/model/finding.ts';
import type { FindingExpression, FindingTest } from '../../shared/model/finding-query.ts';
import { toMicros } from '../../shared/model/money.ts';
import type { ResourceColumns } from './resource-columns.ts';
import type { Verdicts } from './verdicts.ts';

/** Findings as columns of numbers, in the order of judgement. */
export interface FindingColumns {
  verdicts: Verdicts;
  resources: ResourceColumns;
  /** By id of the check. */
  aspects: ReadonlyMap<string, string>;
  /** Places in `decisionStates`. */
  decision: Uint8Array;
}

/** Numbers of the findings for which the expression holds, in the order of judgement. */
export function matching(expression: FindingExpression, columns: FindingColumns): Int32Array {
  const holds = new Uint8Array(columns.verdicts.size);
  evaluate(expression, columns, holds);
  const found = new Int32Array(holds.length);
  let n = 0;
  for (let row = 0; row < holds.length; row++) if (holds[row]) found[n++] = row;
  return found.subarray(0, n);
}

/** Column by column rather than row by row: plain loops over numbers, some milliseconds for half a million. */
function evaluate(expression: FindingExpression, columns: FindingColumns, holds: Uint8Array): void {
  if ('and' in expression) {
    holds.fill(1);
    combine(expression.and, columns, holds, (all, one) => {
      for (let row = 0; row < all.length; row++) all[row]! &= one[row]!;
    });
  } else if ('or' in expression) {
    holds.fill(0);
    combine(expression.or, columns, holds, (any, one) => {
      for (let row = 0; row < any.length; row++) any[row]! |= one[row]!;
    });
  } else {
    const { answers, at } = lookup(expression, columns);
    spread(answers, at, holds);
  }
}

/** A loop for each kind of column, since one that has met them all is several times slower. */
function spread(answers: Uint8Array, at: Lookup['at'], holds: Uint8Array): void {
  if (at instanceof Uint8Array) for (let row = 0; row < holds.length; row++) holds[row] = answers[at[row]!]!;
  else if (at instanceof Uint16Array)
    for (let row = 0; row < holds.length; row++) holds[row] = answers[at[row]!]!;
  else for (let row = 0; row < holds.length; row++) holds[row] = answers[at[row]!]!;
}

function combine(
  parts: readonly FindingExpression[],
  columns: FindingColumns,
  whole: Uint8Array,
  join: (whole: Uint8Array, part: Uint8Array) => void,
): void {
  const one = new Uint8Array(whole.length);
  for (const part of parts) {
    evaluate(part, columns, one);
    join(whole, one);
  }
}

interface Lookup {
  /** 1 for each value that passes the test. */
  answers: Uint8Array;
  /** The value of each finding, as a place in `answers`. */
  at: Uint8Array | Uint16Array | Int32Array;
}

/** A test is asked once of every value there is, and each finding looks up its own. */
function lookup({ property, operator, values }: FindingTest, columns: FindingColumns): Lookup {
  const { verdicts, resources, aspects } = columns;
  const wanted = values.map((value) => value.toLowerCase());
  const has = (text: string) => wanted.some((value) => text.toLowerCase().includes(value));
  const passes = (value: string): boolean => {
    if (operator === 'contains') return has(value);
    return wanted.includes(value.toLowerCase()) === (operator === 'is');
  };
  const of = (names: readonly string[], at: Lookup['at'], test = passes): Lookup => ({
    answers: answersOf(names, test),
    at,
  });
  const ofResource = (names: readonly string[], name: Uint16Array): Lookup => {
    const byName = answersOf(names, passes);
    const answers = new Uint8Array(name.length);
    for (let i = 0; i < name.length; i++) answers[i] = byName[name[i]!]!;
    return { answers, at: resources.of };
  };
  switch (property) {
    case 'status':
      return of(statuses, verdicts.status);
    case 'decision':
      return of(decisionStates, columns.decision);
    case 'severity': {
      const least = severities.indexOf(wanted[0] as never);
      return operator === 'at-least'
        ? { answers: Uint8Array.from(severities, (_, at) => (at <= least ? 1 : 0)), at: verdicts.severity }
        : of(severities, verdicts.severity);
    }
    case 'check':
      return of(verdicts.checks, verdicts.rule);
    case 'aspect':
      return of(verdicts.checks, verdicts.rule, (check) => passes(aspects.get(check) ?? ''));
    case 'account':
      return ofResource(resources.accounts, resources.account);
    case 'region':
      return ofResource(resources.regions, resources.region);
    case 'type':
      return ofResource(resources.types, resources.type);
    case 'resource': {
      const is = (text: string) =>
        wanted.some((value) => text.startsWith(`${value}\n`) || text.endsWith(`\n${value}`));
      return operator === 'contains'
        ? { answers: anySaying(resources, wanted), at: resources.of }
        : {
            answers: answersOf(resources.text, (text) => is(text) === (operator === 'is')),
            at: resources.of,
          };
    }
    case 'saving': {
      const least = toMicros(Number(values[0]));
      const { saving } = verdicts;
      const at = new Uint8Array(saving.length);
      for (let row = 0; row < at.length; row++) at[row] = saving[row]! > 0 && saving[row]! >= least ? 1 : 0;
      return { answers: noYes, at };
    }
    case 'text': {
      const rules = answersOf(verdicts.checks, has);
      const texts = anySaying(resources, wanted);
      const { of: resourceOf } = resources;
      const { rule } = verdicts;
      const at = new Uint8Array(rule.length);
      for (let row = 0; row < at.length; row++) at[row] = texts[resourceOf[row]!]! | rules[rule[row]!]!;
      return { answers: noYes, at };
    }
  }
}

const noYes = Uint8Array.of(0, 1);

/** Plain loops: `Uint8Array.from` with a function goes through an iterator, ten times as slow. */
function answersOf(names: readonly string[], test: (name: string) => boolean): Uint8Array {
  const answers = new Uint8Array(names.length);
  for (let i = 0; i < names.length; i++) answers[i] = test(names[i]!) ? 1 : 0;
  return answers;
}

/** 1 for each resource that says any of the words. */
function anySaying(resources: ResourceColumns, words: readonly string[]): Uint8Array {
  const [first, ...others] = words.map((word) => resources.saying(word));
  if (!first) return new Uint8Array(resources.text.length);
  for (const other of others) for (let i = 0; i < first.length; i++) first[i]! |= other[i]!;
  return first;
}
