import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type CodeTexts,
  type Recommendation,
  type RecommendationWords,
  recommendationSchema,
  recommendationWordsSchema,
} from '../../shared/model/recommendation.ts';
import { resourcesFolder } from '../resources.ts';
import type { Texts } from '../texts.ts';

export const libraryFolder: string = join(resourcesFolder, 'recommendations');

/** The recommendations that ship with Fieldbook. */
export interface Library {
  all: readonly Recommendation[];
  byId: ReadonlyMap<string, Recommendation>;
  /** The recommendations that resolve failures of a check, those that resolve the fewest other checks first. */
  answering(check: string): readonly Recommendation[];
}

/** Topics are files only so that people find their way; the library is one list, in the order of the files' names. */
export function loadLibrary(): Library {
  const all = readdirSync(libraryFolder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      z.array(recommendationSchema).parse(JSON.parse(readFileSync(join(libraryFolder, file), 'utf8'))),
    );
  const byId = new Map(all.map((recommendation) => [recommendation.id, recommendation]));
  const narrowestFirst = all.toSorted((a, b) => a.checks.length - b.checks.length);
  return {
    all,
    byId,
    answering: (check) => narrowestFirst.filter(({ checks }) => checks.includes(check)),
  };
}

let loaded: Library | undefined;

/** The library, read once. */
export function library(): Library {
  loaded ??= loadLibrary();
  return loaded;
}

/** What a recommendation says in a language. Throws where a word is missing: it must not reach a client. */
export function wordsOf(id: string, texts: Texts): RecommendationWords {
  if (!texts.has(`recommendations.${id}`))
    throw new Error(`No words for the recommendation '${id}' in '${texts.language}'`);
  return recommendationWordsSchema.parse(texts.table(`recommendations.${id}`));
}

/** The code of a recommendation, as it is in its files. */
export function codeOf({ code }: Pick<Recommendation, 'code'>): CodeTexts {
  return {
    ...(code.terraform && { terraform: readCode(code.terraform) }),
    ...(code.cli && { cli: readCode(code.cli) }),
  };
}

const readCode = (file: string): string => readFileSync(join(libraryFolder, 'code', file), 'utf8');

/** All code of the library by the name of its file. */
export const codeByFile = (): ReadonlyMap<string, string> =>
  new Map(
    library().all.flatMap(({ code }) =>
      [code.terraform, code.cli].flatMap((file) => (file === null ? [] : [[file, readCode(file)] as const])),
    ),
  );
