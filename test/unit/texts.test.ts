import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/engine/checks/index.ts';
import { resourcesFolder } from '../../src/engine/resources.ts';
import { loadTexts, textsOf } from '../../src/engine/texts.ts';
import { aspects } from '../../src/shared/model/aspect.ts';
import { severities, statuses } from '../../src/shared/model/finding.ts';
import { languages } from '../../src/shared/model/languages.ts';
import { denials, outcomes } from '../../src/shared/model/outcome.ts';
import {
  codesIn,
  declaredIn,
  importedParts,
  reasonArguments,
  type Source,
} from './checks-in-general/sources.ts';

interface CheckTexts {
  title: string;
  risk: string;
  steps: string[];
  reasons: Record<string, string>;
}
const tables = Object.fromEntries(
  languages.map((language) => [language, loadTexts(language).checks as Record<string, CheckTexts>]),
) as Record<(typeof languages)[number], Record<string, CheckTexts>>;

/** `{{size, number}}` as `size, number`. */
const parametersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)].map(([, inside]) => inside!.replace(/\s*,\s*/, ', ')).sort();

/** All sentences of a table by their path. */
function sentences(table: unknown, path = ''): [path: string, text: string][] {
  if (typeof table === 'string') return [[path, table]];
  return Object.entries(table as object).flatMap(([key, inner]) =>
    sentences(inner, path ? `${path}.${key}` : key),
  );
}

describe('shown as the language writes them', () => {
  test('numbers and money', () => {
    const values = { size: 1000, gp2: 100_000_000, gp3: 85_000_000, iops: 3000, throughput: 250 };
    const key = 'checks.ebs-gp2-to-gp3.reasons.gp3-is-cheaper';
    expect(textsOf('en').t(key, values)).toContain('1,000 GiB of gp2 costs $100.00 a month');
    expect(textsOf('es').t(key, values)).toMatch(/1000 GiB de gp2 cuestan 100,00\s\$|US\$/);
  });

  test('a text that is missing is an error, not a key on the page', () => {
    expect(() => textsOf('en').t('checks.no-such-check.title')).toThrow(/No text for/);
  });

  test.each([
    ['as it is', { unknown: 1 }, /needs 'manual' in 'en'/],
    ['formatted', { size: 1000 }, /needs 'gp2, money' in 'en'/],
  ])('a value that is missing %s is an error, not a hole on the page', (how, values, error) => {
    const key =
      how === 'formatted' ? 'checks.ebs-gp2-to-gp3.reasons.gp3-is-cheaper' : 'report.summary.openNote';
    expect(() => textsOf('en').t(key, values)).toThrow(error);
  });

  test('what a client is called is not taken for markup', () => {
    const values = { key: '<Owner> & "Team"', resource: 'a/b' };
    const text = textsOf('en').t('checks.tagging-required-tags.title', values);
    expect(text).not.toContain('&amp;');
  });
});

describe('both languages', () => {
  const all = Object.fromEntries(languages.map((language) => [language, sentences(loadTexts(language))]));

  test('are files of the same names, each key of which is in no other file', () => {
    const files = (language: string, folder = '') =>
      readdirSync(join(resourcesFolder, 'texts', language, folder)).sort();
    expect(files('es')).toEqual(files('en'));
    expect(files('es', 'checks')).toEqual(files('en', 'checks'));
    for (const language of languages) {
      const keys = files(language, 'checks').flatMap((file) =>
        Object.keys(
          JSON.parse(
            readFileSync(join(resourcesFolder, 'texts', language, 'checks', file), 'utf8'),
          ) as object,
        ),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('have the same sentences', () => {
    // A language may need other plural forms.
    const keys = (language: string) =>
      [...new Set(all[language]!.map(([path]) => path.replace(/_(one|many|other)$/, '')))].sort();
    expect(keys('es')).toEqual(keys('en'));
  });

  test('with the same values, shown in the same way', () => {
    const english = new Map(all.en);
    for (const [path, text] of all.es!) {
      const there = english.get(path) ?? english.get(path.replace(/_(one|many|other)$/, '_other'));
      // 'one account' may do without its number.
      if (/_one$/.test(path)) continue;
      expect(parametersOf(text), path).toEqual(parametersOf(there!));
    }
  });

  test('are plain: no exclamation marks, no blanks at the ends or doubled, nothing left to do', () => {
    for (const language of languages)
      for (const [path, text] of all[language]!) {
        expect(text, `${language} ${path}`).not.toMatch(/[!¡]/);
        expect(text, `${language} ${path}`).not.toMatch(/^\s|\s$| {2}|\bTODO\b|\bTBD\b|\bXXX\b/);
        expect(text, `${language} ${path}`).not.toBe('');
      }
  });

  test('know how to show each value', () => {
    const formats = [undefined, 'number', 'money', 'price', 'date', 'list', 'percent', 'moment'];
    for (const [path, text] of all.en!)
      for (const parameter of parametersOf(text)) {
        const [, format] = parameter.split(', ');
        expect(formats, path).toContain(format);
      }
  });
});

describe('words of the model', () => {
  test.each(languages)('%s: every aspect, severity, status, outcome and denial has its own', (language) => {
    const texts = textsOf(language);
    for (const [group, names] of Object.entries({ aspects, severities, statuses, outcomes, denials })) {
      const table = (loadTexts(language).findings as Record<string, Record<string, string>>)[group]!;
      expect(Object.keys(table).sort(), group).toEqual([...names].sort());
      for (const name of names) expect(texts.t(`findings.${group}.${name}`)).not.toBe('');
    }
  });
});

test.each(languages)('%s: no text is of a check that does not exist', (language) => {
  expect(Object.keys(tables[language]).sort()).toEqual(checks.map(({ id }) => id).sort());
});

describe.each(checks.map(({ id }) => id))('%s', (id) => {
  const source = declaredIn(id)!;

  test.each(languages)('%s: has title, risk, steps and reasons, and nothing else', (language) => {
    const texts = tables[language][id]!;
    expect(Object.keys(texts).sort()).toEqual(['reasons', 'risk', 'steps', 'title']);
    expect(texts.title).not.toMatch(/[.{]$|\{\{/);
    expect(texts.risk).toMatch(/^[^{]*[.)]$/);
    expect(texts.steps.length).toBeGreaterThan(0);
    for (const step of texts.steps) expect(step, step).toMatch(/[.:]$/);
    for (const reason of Object.values(texts.reasons)) expect(reason, reason).toMatch(/\.$/);
  });

  test('has a text for every reason that its source names, or a helper for it', () => {
    const { reasons } = tables.en[id]!;
    const named = [source.text, ...importedParts(source)].flatMap(reasonArguments).flatMap(codesIn);
    expect(named.filter((code) => !(code in reasons))).toEqual([]);
  });

  test('has no reason that its source cannot give', () => {
    const codes = new Set([source, ...source.helpers].flatMap(({ text }) => codesIn(text)));
    const endings = [source, ...source.helpers].flatMap(endingsOf);
    const unused = Object.keys(tables.en[id]!.reasons).filter(
      (reason) =>
        !codes.has(reason) &&
        !endings.some((ending) => reason.endsWith(ending) && codes.has(reason.slice(0, -ending.length))),
    );
    expect(unused).toEqual([]);
  });
});

/** Ends of codes that are put together, such as `${reason}-by-aws`. */
const endingsOf = ({ text }: Source): string[] =>
  [...text.matchAll(/`\$\{\w+\}(-[a-z-]+)`/g)].map(([, ending]) => ending!);
