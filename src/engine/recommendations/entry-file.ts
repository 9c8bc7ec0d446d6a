import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { type Language, languages } from '../../shared/model/languages.ts';
import {
  acceptanceSchema,
  codeTextsSchema,
  impactSchema,
  recommendationSchema,
  recommendationWordsSchema,
} from '../../shared/model/recommendation.ts';
import { lists } from '../../shared/model/records/recommendation.ts';
import { parsed, refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';

/** As the library has it; what a consultant wrote may be shorter or longer than what ships. */
const schema = z.strictObject({
  entry: recommendationSchema.extend({ acceptance: z.array(acceptanceSchema), impact: impactSchema }),
  words: z.partialRecord(
    z.enum(languages),
    recommendationWordsSchema.extend({
      title: z.string().trim().min(1).max(200),
      ...lists,
    }),
  ),
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
export function readEntryFile(name: string, text: string, known: Known, texts: Texts): EntryFile {
  const say = (key: string, values: Record<string, unknown> = {}) => texts.t(`files.entries.${key}`, values);
  const refused = (problems: readonly string[]) => refusedAs(name, problems, texts);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: false });
  const [broken] = document.errors;
  if (broken) throw refused([say('noYaml', { reason: broken.message })]);
  let value: unknown;
  try {
    // Without aliases, which could make a small file a huge one.
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw refused([say('noYaml', { reason: (error as Error).message })]);
  }
  const at = (path: readonly PropertyKey[]): string => {
    const whole = path.map(String).join('.') || texts.t('files.whole');
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, ...number[]] }
        | undefined;
      if (node?.range) return say('line', { line: counter.linePos(node.range[0]).line, path: whole });
    }
    return whole;
  };
  const read = parsed(schema, value, texts);
  if (!read.success) throw refused(read.error.issues.map(({ path, message }) => `${at(path)}: ${message}`));
  const { entry, words } = read.data;
  // Files that were saved before code left with them name that of the library.
  const code = { ...read.data.code };
  const lost = (['terraform', 'cli'] as const).flatMap((kind) => {
    const file = entry.code[kind];
    if (file === null || code[kind] !== undefined) return [];
    const text = known.code.get(file);
    if (text === undefined) return [`${at(['entry', 'code', kind])}: ${say('noCode', { file, kind })}`];
    code[kind] = text;
    return [];
  });
  const conditions = entry.acceptance.map(({ id }) => id);
  const unknown = (
    what: 'noCheck' | 'noRecommendation',
    path: string[],
    ids: readonly string[],
    of: ReadonlySet<string>,
  ) => ids.flatMap((id, place) => (of.has(id) ? [] : [`${at([...path, place])}: ${say(what, { id })}`]));
  const problems = [
    ...lost,
    ...(Object.keys(words).length === 0 ? [`${at(['words'])}: ${say('noWords')}`] : []),
    ...unknown('noCheck', ['entry', 'checks'], entry.checks, known.checks),
    ...unknown('noRecommendation', ['entry', 'prerequisites'], entry.prerequisites, known.entries),
    ...entry.acceptance.flatMap(({ checks }, place) =>
      unknown('noCheck', ['entry', 'acceptance', String(place), 'checks'], checks, known.checks),
    ),
    ...conditions.flatMap((id, place) =>
      conditions.indexOf(id) < place
        ? [`${at(['entry', 'acceptance', place])}: ${say('twice', { id })}`]
        : [],
    ),
    ...(Object.keys(words) as Language[]).flatMap((language) =>
      conditions
        .filter((id) => !words[language]!.acceptance[id]?.trim())
        .map((id) => `${at(['words', language, 'acceptance'])}: ${say('noSentence', { id })}`),
    ),
  ];
  if (problems.length > 0) throw refused(problems);
  return { entry, words, code };
}

const SHOWN = 5;

const refusedAs = (name: string, problems: readonly string[], texts: Texts): FieldbookError =>
  refusal(
    texts,
    [
      texts.t('files.entries.refused', { name }),
      ...problems.slice(0, SHOWN),
      ...(problems.length > SHOWN ? [texts.t('files.entries.more', { count: problems.length - SHOWN })] : []),
    ].join('\n'),
    texts.t('files.entries.next'),
  );
