import { describe, expect, test } from 'vitest';
import { problemsIn as allIn } from '../../../src/engine/checklists/problems.ts';
import type { ChecklistItem, ChecklistTemplate } from '../../../src/shared/model/checklist.ts';

const item = (id: string, more: Partial<ChecklistItem> = {}): ChecklistItem =>
  ({
    id,
    section: 'one',
    kind: 'level',
    aspect: 'networking',
    stage: null,
    principle: null,
    weight: 3,
    references: [],
    dependsOn: [],
    checks: [],
    ...more,
  }) as ChecklistItem;

const template = (...items: ChecklistItem[]): ChecklistTemplate => ({
  id: 'net',
  version: '1.0.0',
  order: 1,
  items,
});

const known = {
  checks: new Set(['vpc-flow-logs']),
  schemes: { iso: { name: 'n', owner: 'o', license: 'l', url: 'https://example.org', pattern: 'A\\.\\d|B' } },
};
const problemsIn = (...given: Parameters<typeof allIn>) => allIn(...given).map(({ sentence }) => sentence);
const problems = (...items: ChecklistItem[]) => problemsIn([template(...items)], known);
const needs = (item: string) => ({ dependsOn: [{ item, atLeast: 1 as const }] });

describe('problems of templates', () => {
  test('there are none where everything that is named exists', () => {
    expect(
      problems(
        item('net-a'),
        item('net-b', { ...needs('net-a'), checks: ['vpc-flow-logs'], references: ['iso:A.1', 'iso:B'] }),
      ),
    ).toEqual([]);
  });

  test('an id twice', () => {
    expect(problems(item('net-a'), item('net-a'))).toEqual(["Two items have the id 'net-a'."]);
    expect(problemsIn([template(item('net-a')), template(item('net-b'))], known)).toEqual([
      "Two templates have the id 'net'.",
    ]);
  });

  test('an id without its template', () => {
    expect(problems(item('a'))).toEqual(["'a' does not begin with its template, 'net-'."]);
  });

  test('a check that does not exist', () => {
    expect(problems(item('net-a', { checks: ['vpc-flow-log'] }))).toEqual([
      "'net-a' names a check that does not exist: 'vpc-flow-log'.",
    ]);
  });

  test.each(['cis:A.1', 'iso:A.12', 'iso:xB', 'iso:Bx', 'constructor:x'])(
    'a reference to %s',
    (reference) => {
      expect(problems(item('net-a', { references: [reference] }))).toEqual([
        `'net-a' has a reference that no scheme knows: '${reference}'.`,
      ]);
    },
  );

  test('a dependency on nothing', () => {
    expect(problems(item('net-a', needs('net-z')))).toEqual([
      "'net-a' depends on an item that does not exist: 'net-z'.",
    ]);
  });

  test('dependencies in a circle, named once', () => {
    expect(
      problems(item('net-a', needs('net-b')), item('net-b', needs('net-c')), item('net-c', needs('net-b'))),
    ).toEqual(['Items depend on each other in a circle: net-b → net-c → net-b.']);
  });

  test('a choice twice', () => {
    const choices = [
      { id: 'x', level: 0 as const },
      { id: 'x', level: 1 as const },
      { id: 'y', level: 4 as const },
    ];
    expect(problems(item('net-a', { kind: 'choice', choices } as Partial<ChecklistItem>))).toEqual([
      "'net-a' has the choice 'x' twice.",
    ]);
  });
});
