import { describe, expect, test } from 'vitest';
import { fromCustomLens, toCustomLens } from '../../../src/engine/checklists/exchange/custom-lens.ts';
import { readTemplate } from '../../../src/engine/checklists/exchange/index.ts';
import { fromWorkbook, toWorkbook } from '../../../src/engine/checklists/exchange/workbook.ts';
import { fromYaml, toYaml } from '../../../src/engine/checklists/exchange/yaml.ts';
import { problemsOfOwn } from '../../../src/engine/checklists/own.ts';
import { shippedTemplates } from '../../../src/engine/checklists/shipped.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { renamed } from '../../../src/shared/renamed.ts';

const english = textsOf('en');

const shipped = (id: string) => shippedTemplates().find((one) => one.id === id)!;

describe.each(shippedTemplates().map(({ id }) => id))('%s', (id) => {
  const own = renamed(shipped(id), `own-${id}`);

  test('is whole under another id', () => expect(problemsOfOwn(own)).toEqual([]));

  test('comes back from YAML as it was, in both languages', () => {
    expect(fromYaml(toYaml(own), english)).toEqual({ template: own, warnings: [] });
  });

  test('comes back from a workbook with its levels; what a sheet cannot hold is said', async () => {
    const { content, warnings } = await toWorkbook(own, textsOf('es'));
    const { template } = await fromWorkbook(Buffer.from(content), own.id, textsOf('es'));
    const others = own.template.items.filter(({ kind }) => kind !== 'level');
    expect(warnings).toHaveLength(others.length);
    for (const item of own.template.items) {
      const { section: _, ...rest } = item;
      const back = template.template.items.find(({ id }) => id === item.id)!;
      if (item.kind === 'level') expect(back).toMatchObject(rest);
      expect(template.words.es!.items[item.id]!.levels).toEqual(own.words.es!.items[item.id]!.levels);
      expect(template.words.es!.items[item.id]!.question).toBe(own.words.es!.items[item.id]!.question);
    }
    expect(problemsOfOwn(template)).toEqual([]);
  });

  test('becomes a custom lens within the limits of AWS, which comes back as levels', () => {
    const { content, warnings: said } = toCustomLens(own, english);
    const others = own.template.items.filter(({ kind }) => kind !== 'level');
    expect(said.filter((one) => one.includes('by its levels alone'))).toEqual(
      others.map(({ id }) => expect.stringContaining(`'${id}'`)),
    );
    const lens = JSON.parse(content) as {
      schemaVersion: string;
      pillars: { id: string; questions: { id: string; title: string; choices: { title: string }[] }[] }[];
    };
    expect(lens.schemaVersion).toBe('2021-11-01');
    const questions = lens.pillars.flatMap(({ questions }) => questions);
    expect(questions).toHaveLength(own.template.items.length);
    for (const { id, title, choices } of questions) {
      expect(id).toMatch(/^\w{3,128}$/);
      expect(title.length).toBeLessThanOrEqual(128);
      for (const choice of choices) expect(choice.title.length).toBeLessThanOrEqual(128);
    }
    const { template, warnings } = fromCustomLens(content, english);
    expect(warnings).toEqual([]);
    expect(template.template.items).toHaveLength(own.template.items.length);
    expect(problemsOfOwn(renamed(template, 'lens'))).toEqual([]);
  });
});

test.each([
  ['en', 'None of these'],
  ['es', 'Ninguna de estas'],
] as const)('a lens in %s is so to its last choice, whoever writes it', (language, none) => {
  const { content } = toCustomLens(renamed(shipped('finops'), 'own-finops'), english, language);
  const lens = JSON.parse(content) as {
    pillars: { questions: { choices: { id: string; title: string }[] }[] }[];
  };
  for (const { choices } of lens.pillars.flatMap(({ questions }) => questions))
    expect(choices.at(-1)!.title).toBe(none);
});

test('a lens of somebody else is read with warnings for what it holds besides', () => {
  const lens = {
    schemaVersion: '2019-01-01',
    name: 'Company policy',
    description: 'Ours',
    pillars: [
      {
        id: 'ops',
        name: 'Operations',
        questions: [
          {
            id: 'ops_1',
            title: 'How do you back up?',
            choices: [
              { id: 'a', title: 'Daily', helpfulResource: { url: 'https://example.com' } },
              { id: 'b', title: 'Tested' },
              { id: 'ops_1_no', title: 'None of these' },
            ],
            riskRules: [
              { condition: 'a && b', risk: 'NO_RISK' },
              { condition: 'default', risk: 'HIGH_RISK' },
            ],
          },
          { id: 'ops_2', choices: [] },
        ],
      },
    ],
  };
  const { template, warnings } = fromCustomLens(JSON.stringify(lens), english);
  expect(template).toMatchObject({
    id: 'company-policy',
    template: { items: [{ id: 'company-policy-ops-1', weight: 4, section: 'operations' }] },
  });
  expect(template.words.en!.items['company-policy-ops-1']!.levels).toEqual([
    '–',
    'Daily',
    'Daily',
    'Daily; Tested',
    'Daily; Tested',
  ]);
  expect(warnings).toEqual([
    expect.stringContaining('2019-01-01'),
    expect.stringContaining('helpful resources'),
    expect.stringContaining('risk rules'),
    expect.stringContaining('no title'),
  ]);
});

test.each([
  ['custom-lens', '{'],
  ['custom-lens', '{"pillars": []}'],
  ['yaml', 'template: ['],
  ['yaml', 'a: &a [1]\nb: *a'],
  ['xlsx', 'no workbook'],
] as const)('%s that is none is refused with a reason: %s', async (format, text) => {
  const content = Buffer.from(text).toString('base64');
  await expect(readTemplate({ name: 'x', content, format }, english)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('cannot be read as a checklist'),
  });
});

test('a checklist that is too long for a lens is not written as one, and it is said in which form it can be', () => {
  const own = shipped('finops');
  const [item] = own.template.items;
  const items = Array.from({ length: 11 }, (_, at) => ({ ...item!, section: `section-${at}` }));
  expect(() => toCustomLens({ ...own, template: { ...own.template, items } }, english)).toThrow(
    expect.objectContaining({
      message: 'A custom lens holds 10 pillars at most, and the checklist has 11 sections.',
      next: expect.stringContaining('YAML'),
    }),
  );
});

test('a template of the same name as a shipped one gets a name of its own', async () => {
  const content = Buffer.from(toYaml(shipped('finops'))).toString('base64');
  const { template } = await readTemplate({ name: 'finops.yaml', content, format: 'yaml' }, english);
  expect(template.id).toBe('own-finops');
  expect(problemsOfOwn(template)).toEqual([]);
});
