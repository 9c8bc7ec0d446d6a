import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemCodes } from '../../../src/engine/reports/common/preflight.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { aspects } from '../../../src/shared/model/aspect.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { denials, outcomes } from '../../../src/shared/model/outcome.ts';
import { reportPhases } from '../../../src/shared/model/report.ts';

const files = ['report', 'report-recommendations', 'report-progress'];

/** All texts of reports, by file. */
const fileOf = (language: string): object =>
  Object.fromEntries(
    files.map((file) => [
      file,
      JSON.parse(
        readFileSync(new URL(`../../../resources/texts/${language}/${file}.json`, import.meta.url), 'utf8'),
      ) as object,
    ]),
  );

const entries = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : entries(value as object, `${path}${key}.`),
  );

const plural = /_(one|many|other)$/;
const anyForm = /_(zero|one|many|other)$/;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, inner]) => inner!).sort();

test('both languages have the same texts with the same values', () => {
  const [en, es] = languages.map((language) => new Map(entries(fileOf(language)))) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const base = (keys: Iterable<string>) =>
    [...new Set([...keys].map((key) => key.replace(anyForm, '')))].sort();
  expect(base(es.keys())).toEqual(base(en.keys()));
  // A singular may say 'one' instead of the number; everything else names the same values.
  for (const [key, text] of en)
    if (!/_(zero|one)$/.test(key))
      expect([key, placeholders(es.get(key)!)]).toEqual([key, placeholders(text)]);
});

test.each(languages)('a plural in %s has every form that its language asks for', (language) => {
  const keys = new Set(entries(fileOf(language)).map(([key]) => key));
  const forms = new Intl.PluralRules(textsOf(language).locale).resolvedOptions().pluralCategories;
  for (const key of keys)
    if (plural.test(key)) for (const form of forms) expect(keys).toContain(key.replace(plural, `_${form}`));
});

test.each(languages)('whatever can happen has its words in %s', (language) => {
  const { has } = textsOf(language);
  for (const code of problemCodes) expect(has(`report.preflight.${code}`, { count: 2 }), code).toBe(true);
  for (const phase of reportPhases) expect(has(`report.phases.${phase}`), phase).toBe(true);
  for (const aspect of aspects) expect(has(`report.aspects.${aspect}`), aspect).toBe(true);
  for (const denial of denials) expect(has(`report.remedies.denied.${denial}`), denial).toBe(true);
  for (const outcome of outcomes)
    if (outcome !== 'ok' && outcome !== 'denied')
      expect(has(`report.remedies.${outcome}`), outcome).toBe(true);
  for (const code of ['cancelled', 'out-of-memory', 'not-printable', 'incomplete', 'failed'])
    expect(has(`report.errors.${code}`), code).toBe(true);
});

test('no text claims compliance, and none shouts', () => {
  for (const language of languages)
    for (const [key, text] of entries(fileOf(language))) {
      expect(text, key).not.toMatch(/HIPAA[ -]compliant|cumple (con )?HIPAA|compliant with/i);
      expect(text, key).not.toContain('!');
    }
});
