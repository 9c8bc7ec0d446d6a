import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checklistTemplates, readSchemes } from '../../../src/engine/checklists/templates.ts';
import { aspects } from '../../../src/shared/model/aspect.ts';
import { principles, sectionsOf, stages } from '../../../src/shared/model/checklist.ts';

const templates = checklistTemplates();
const items = templates.flatMap((template) => template.items);

describe('the templates together', () => {
  test('are ten, each with as many questions as its matter needs', () => {
    const least: Record<string, number> = {
      aspects: 40,
      devops: 40,
      'delivery-metrics': 10,
      observability: 20,
      incidents: 20,
      security: 35,
      migration: 15,
      kubernetes: 15,
      finops: 15,
      'developer-experience': 12,
    };
    expect(templates.map(({ id }) => id)).toEqual(Object.keys(least));
    for (const { id, items } of templates) expect(items.length, id).toBeGreaterThanOrEqual(least[id]!);
    expect(items.length).toBeGreaterThanOrEqual(210);
  });

  test('have no place twice', () => {
    expect(new Set(templates.map(({ order }) => order)).size).toBe(templates.length);
  });

  test.each(aspects)('ask about the aspect %s at least four times', (aspect) => {
    expect(items.filter((item) => item.aspect === aspect).length).toBeGreaterThanOrEqual(4);
  });

  test.each(stages)('ask about the stage %s at least four times', (stage) => {
    expect(items.filter((item) => item.stage === stage).length).toBeGreaterThanOrEqual(4);
  });

  test.each(principles)('ask about the principle %s at least four times', (principle) => {
    expect(items.filter((item) => item.principle === principle).length).toBeGreaterThanOrEqual(4);
  });

  test('leave no item without any aspect, stage or principle to be counted under', () => {
    const homeless = items.filter(({ aspect, stage, principle }) => !aspect && !stage && !principle);
    expect(homeless.map(({ id }) => id)).toEqual([]);
  });
});

test('the template of the aspects has a section for each aspect, five questions in each', () => {
  const template = templates.find(({ id }) => id === 'aspects')!;
  expect(sectionsOf(template)).toEqual([...aspects]);
  for (const aspect of aspects) {
    const asked = template.items.filter(({ section }) => section === aspect);
    expect(asked.length, aspect).toBeGreaterThanOrEqual(5);
    for (const item of asked) expect(item.aspect, item.id).toBe(aspect);
  }
});

test('the template of DevOps has a section for each stage, and all principles', () => {
  const template = templates.find(({ id }) => id === 'devops')!;
  expect(sectionsOf(template)).toEqual([...stages]);
  for (const item of template.items) {
    expect(item.stage, item.id).toBe(item.section);
    expect(item.principle, item.id).not.toBeNull();
  }
  expect(new Set(template.items.map(({ principle }) => principle))).toEqual(new Set(principles));
});

test('the template of delivery metrics asks for the five measures of DORA as figures', () => {
  const template = templates.find(({ id }) => id === 'delivery-metrics')!;
  const figures = template.items.filter(({ kind }) => kind === 'number');
  expect(figures.flatMap(({ references }) => references).sort()).toEqual(
    expect.arrayContaining([
      'dora:change-fail-rate',
      'dora:change-lead-time',
      'dora:deployment-frequency',
      'dora:deployment-rework-rate',
      'dora:failed-deployment-recovery-time',
    ]),
  );
});

describe('each template', () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    '%s: keeps the items of a section together',
    (_id, template) => {
      const runs = template.items
        .map(({ section }) => section)
        .filter((section, at, all) => section !== all[at - 1]);
      expect(runs).toEqual(sectionsOf(template));
    },
  );

  test.each(items.map((item) => [item.id, item] as const))('%s: names nothing twice', (_id, item) => {
    for (const list of [item.references, item.checks, item.dependsOn.map(({ item: other }) => other)])
      expect(new Set(list).size).toBe(list.length);
  });

  test('choices reach down to the bottom and up to the top of the scale', () => {
    for (const item of items)
      if (item.kind === 'choice') {
        const reached = item.choices.map(({ level }) => level);
        expect(Math.min(...reached), item.id).toBe(0);
        expect(Math.max(...reached), item.id).toBe(4);
        expect(reached, item.id).toEqual([...reached].sort());
      }
  });
});

describe('references', () => {
  const frameworks = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'frameworks.json'), 'utf8'),
  ) as { WA: { questions: Record<string, number>; costBestPractices: Record<string, number> } };
  const ofScheme = (scheme: string) =>
    [...new Set(items.flatMap(({ references }) => references))]
      .filter((reference) => reference.startsWith(`${scheme}:`))
      .map((reference) => reference.slice(scheme.length + 1));

  test('to the Well-Architected Framework name questions and practices that it has', () => {
    for (const id of ofScheme('wa')) {
      const [, pillar, question, practice] = /^([A-Z]+)(\d\d)(?:-BP(\d\d))?$/.exec(id)!;
      expect(Number(question), id).toBeLessThanOrEqual(frameworks.WA.questions[pillar!]!);
      if (pillar === 'COST' && practice)
        expect(Number(practice), id).toBeLessThanOrEqual(frameworks.WA.costBestPractices[question!]!);
    }
  });

  test.each(Object.keys(readSchemes()))('%s is a scheme that some item refers to', (scheme) => {
    expect(ofScheme(scheme).length).toBeGreaterThan(0);
  });
});
