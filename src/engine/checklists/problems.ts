import type { ChecklistTemplate, ReferenceScheme } from '../../shared/model/checklist.ts';
import type { TemplateProblem } from '../../shared/model/template-problem.ts';

export interface Known {
  /** Ids of the checks there are. */
  checks: ReadonlySet<string>;
  schemes: Readonly<Record<string, ReferenceScheme>>;
}

/**
 * What is wrong with templates taken together; empty when nothing is. Shapes are the schema's matter; here is what a
 * schema cannot see: ids used twice, and names of things that do not exist.
 */
export function problemsIn(templates: readonly ChecklistTemplate[], known: Known): TemplateProblem[] {
  const items = templates.flatMap(({ items }) => items);
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...twice(templates.map(({ id }) => id)).map((id) =>
      problem('template-twice', [], id, `Two templates have the id '${id}'.`),
    ),
    ...twice(items.map(({ id }) => id)).map((id) =>
      problem('item-twice', [id], id, `Two items have the id '${id}'.`),
    ),
    ...templates.flatMap(({ id, items }) =>
      items
        .filter((item) => !item.id.startsWith(`${id}-`))
        .map((item) =>
          problem(
            'item-prefix',
            [item.id],
            `${id}-`,
            `'${item.id}' does not begin with its template, '${id}-'.`,
          ),
        ),
    ),
    ...items.flatMap((item) => [
      ...item.checks
        .filter((check) => !known.checks.has(check))
        .map((check) =>
          problem(
            'check-unknown',
            [item.id],
            check,
            `'${item.id}' names a check that does not exist: '${check}'.`,
          ),
        ),
      ...item.references
        .filter((reference) => !isReference(reference, known.schemes))
        .map((reference) =>
          problem(
            'reference-unknown',
            [item.id],
            reference,
            `'${item.id}' has a reference that no scheme knows: '${reference}'.`,
          ),
        ),
      ...item.dependsOn
        .filter(({ item: other }) => !ids.has(other))
        .map(({ item: other }) =>
          problem(
            'dependency-unknown',
            [item.id],
            other,
            `'${item.id}' depends on an item that does not exist: '${other}'.`,
          ),
        ),
      ...(item.kind === 'choice'
        ? twice(item.choices.map(({ id }) => id)).map((id) =>
            problem('choice-twice', [item.id], id, `'${item.id}' has the choice '${id}' twice.`),
          )
        : []),
    ]),
    ...cycles(templates).map((path) =>
      problem(
        'dependency-circle',
        path,
        path.join(' → '),
        `Items depend on each other in a circle: ${path.join(' → ')}.`,
      ),
    ),
  ];
}

export const problem = (
  code: TemplateProblem['code'],
  items: string[],
  named: string,
  sentence: string,
): TemplateProblem => ({ code, items, named, sentence });

const twice = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

function isReference(reference: string, schemes: Known['schemes']): boolean {
  const at = reference.indexOf(':');
  const scheme = Object.hasOwn(schemes, reference.slice(0, at)) && schemes[reference.slice(0, at)];
  return scheme !== false && new RegExp(`^(?:${scheme!.pattern})$`).test(reference.slice(at + 1));
}

/** One path around each circle that a walk along the dependencies runs into. */
function cycles(templates: readonly ChecklistTemplate[]): string[][] {
  const next = new Map(
    templates.flatMap(({ items }) =>
      items.map(({ id, dependsOn }) => [id, dependsOn.map(({ item }) => item)] as const),
    ),
  );
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (id: string, path: string[]): void => {
    if (path.includes(id)) found.push([...path.slice(path.indexOf(id)), id]);
    else if (!done.has(id)) {
      for (const other of next.get(id) ?? []) walk(other, [...path, id]);
      done.add(id);
    }
  };
  for (const id of next.keys()) walk(id, []);
  return found;
}
