import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { library, libraryFolder, wordsOf } from '../../../src/engine/recommendations/library.ts';
import { resourcesFolder } from '../../../src/engine/resources.ts';
import { loadTexts, textsOf } from '../../../src/engine/texts.ts';
import { type Language, languages } from '../../../src/shared/model/languages.ts';
import type { RecommendationWords } from '../../../src/shared/model/recommendation.ts';

const { all } = library();

/** Words that say nothing; a language that is added brings its own. */
const fillers: Partial<Record<Language, RegExp>> = {
  en: /\b(seamless|leverag|robust|cutting-edge|world-class|holistic|synerg|delve|empower|state-of-the-art|streamlin|simply|easily|in order to|game.chang|unlock the)/i,
  es: /(robust|sinergia|vanguardia|holístic|simplemente|fácilmente|innovador|empoder|sin fisuras|potenciar|clase mundial|con el fin de|a nivel de)/i,
};

/** A sentence ends where a stop is followed by the end or by the begin of another. */
const sentencesIn = (text: string) => text.match(/\.(?=$|\s\S)/g)?.length ?? 0;

const allOf = (words: RecommendationWords): string[] => [
  words.problem,
  words.outcome,
  ...words.steps,
  ...Object.values(words.acceptance),
  ...words.risks,
  ...words.metrics,
];

describe.each(languages)('%s', (language) => {
  const texts = textsOf(language);

  test('has words for exactly the recommendations that there are, by the same topics', () => {
    const table = loadTexts(language).recommendations as object;
    expect(Object.keys(table).sort()).toEqual(all.map(({ id }) => id).sort());
    const folder = join(resourcesFolder, 'texts', language, 'recommendations');
    const topics = readdirSync(folder).sort();
    expect(topics).toEqual(
      readdirSync(libraryFolder)
        .filter((file) => file.endsWith('.json'))
        .sort(),
    );
    const idsIn = (file: string): string[] => {
      const content = JSON.parse(readFileSync(file, 'utf8')) as object;
      return Array.isArray(content) ? content.map(({ id }: { id: string }) => id) : Object.keys(content);
    };
    for (const topic of topics)
      expect(idsIn(join(folder, topic)), topic).toEqual(idsIn(join(libraryFolder, topic)));
  });

  test('no two recommendations have one title', () => {
    const titles = all.map(({ id }) => wordsOf(id, texts).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  describe.each(all.map((recommendation) => [recommendation.id, recommendation] as const))(
    '%s',
    (id, one) => {
      const words = wordsOf(id, texts);

      test('has a sentence for each condition of acceptance, and for no other', () => {
        expect(Object.keys(words.acceptance)).toEqual(one.acceptance.map((condition) => condition.id));
      });

      test('is of sensible length', () => {
        const between = (text: string, least: number, most: number) => {
          expect(text.length, text).toBeGreaterThanOrEqual(least);
          expect(text.length, text).toBeLessThanOrEqual(most);
        };
        between(words.title, 20, 90);
        between(words.problem, 100, 300);
        between(words.outcome, 50, 220);
        for (const step of words.steps) between(step, 12, 220);
        for (const condition of Object.values(words.acceptance)) between(condition, 15, 180);
        for (const risk of words.risks) between(risk, 50, 220);
        for (const metric of words.metrics) between(metric, 10, 120);
      });

      test('tells the problem in two sentences, and each risk with what contains it', () => {
        expect(sentencesIn(words.problem), words.problem).toBe(2);
        expect(sentencesIn(words.outcome), words.outcome).toBeGreaterThanOrEqual(1);
        for (const risk of words.risks) expect(sentencesIn(risk), risk).toBeGreaterThanOrEqual(2);
      });

      test('is plain: whole sentences, no exclamation marks, no filler', () => {
        expect(words.title).not.toMatch(/[.!¡]$/);
        for (const text of allOf(words)) {
          expect(text, text).toMatch(/\.$/);
          expect(text, text).not.toMatch(/[!¡]/);
        }
        for (const text of [words.title, ...allOf(words)])
          expect(text, text).not.toMatch(fillers[language] ?? /(?!)/);
      });
    },
  );
});

test('the languages say the same number of things', () => {
  for (const { id } of all) {
    const counts = languages.map((language) => {
      const { steps, risks, metrics } = wordsOf(id, textsOf(language));
      return [steps.length, risks.length, metrics.length];
    });
    for (const count of counts) expect(count, id).toEqual(counts[0]);
  }
});
