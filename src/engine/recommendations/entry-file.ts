import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { type Language, languages } from '../../shared/model/languages.ts';
import {
  acceptanceSchema,
  codeTextsSchema,
  impactSchema,
  recommendationSchema,
  recommendationWordsSchema,
} from '../../shared/model/recommendation.ts';

/** As the library has it; what a consultant wrote may be shorter or longer than what ships. */
const schema = z.strictObject({
  entry: recommendationSchema.extend({ acceptance: z.array(acceptanceSchema), impact: impactSchema }),
  words: z
    .partialRecord(
      z.enum(languages),
      recommendationWordsSchema.extend({
        title: z.string().trim().min(1).max(200),
        steps: z.array(z.string()).max(20),
        risks: z.array(z.string()).max(10),
        metrics: z.array(z.string()).max(10),
      }),
    )
    .refine((words) => Object.keys(words).length > 0, 'There are no words in any language.'),
  /** The text of what `entry.code` names. */
  code: codeTextsSchema.default({}),
});
export type EntryFile = z.output<typeof schema>;

/** What the names in an entry may stand for. */
export interface Known {
  checks: ReadonlySet<string>;
  /** Ids of entries of the library, and of those that were read in here. */
  entries: ReadonlySet<string>;
  /** The code of the library's entries, by the name of its file. */
  code: ReadonlyMap<string, string>;
}

/** Reads an entry of the library from JSON or YAML, or says in which line which property is wrong. */
export function readEntryFile(name: string, text: string, known: Known): EntryFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: false });
  const [broken] = document.errors;
  if (broken) throw refused(name, [broken.message]);
  let value: unknown;
  try {
    // Without aliases, which could make a small file a huge one.
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw refused(name, [(error as Error).message]);
  }
  const at = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, ...number[]] }
        | undefined;
      if (node?.range)
        return `line ${counter.linePos(node.range[0]).line}, ${path.map(String).join('.') || 'the file'}`;
    }
    return path.map(String).join('.') || 'the file';
  };
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw refused(
      name,
      parsed.error.issues.map(({ path, message }) => `${at(path)}: ${message}`),
    );
  const { entry, words } = parsed.data;
  // Files that were saved before code left with them name that of the library.
  const code = { ...parsed.data.code };
  const lost = (['terraform', 'cli'] as const).flatMap((kind) => {
    const file = entry.code[kind];
    if (file === null || code[kind] !== undefined) return [];
    const text = known.code.get(file);
    if (text === undefined)
      return [
        `${at(['entry', 'code', kind])}: The text of '${file}' is not in the file, below code.${kind}.`,
      ];
    code[kind] = text;
    return [];
  });
  const conditions = entry.acceptance.map(({ id }) => id);
  const unknown = (what: string, path: string[], ids: readonly string[], of: ReadonlySet<string>) =>
    ids.flatMap((id, place) =>
      of.has(id) ? [] : [`${at([...path, place])}: There is no ${what} '${id}' here.`],
    );
  const problems = [
    ...lost,
    ...unknown('check', ['entry', 'checks'], entry.checks, known.checks),
    ...unknown('recommendation', ['entry', 'prerequisites'], entry.prerequisites, known.entries),
    ...entry.acceptance.flatMap(({ checks }, place) =>
      unknown('check', ['entry', 'acceptance', String(place), 'checks'], checks, known.checks),
    ),
    ...conditions.flatMap((id, place) =>
      conditions.indexOf(id) < place
        ? [`${at(['entry', 'acceptance', place])}: '${id}' is there twice.`]
        : [],
    ),
    ...(Object.keys(words) as Language[]).flatMap((language) =>
      conditions
        .filter((id) => !words[language]!.acceptance[id]?.trim())
        .map(
          (id) => `${at(['words', language, 'acceptance'])}: It has no sentence for the condition '${id}'.`,
        ),
    ),
  ];
  if (problems.length > 0) throw refused(name, problems);
  return { entry, words, code };
}

const SHOWN = 5;

const refused = (name: string, problems: readonly string[]): FieldbookError =>
  new FieldbookError(
    'bad-input',
    [
      `${name} is no entry of the library:`,
      ...problems.slice(0, SHOWN),
      ...(problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : []),
    ].join('\n'),
    'Correct the file; nothing was changed.',
  );
