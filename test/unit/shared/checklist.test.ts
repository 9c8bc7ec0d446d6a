import { describe, expect, test } from 'vitest';
import {
  checklistItemSchema,
  checklistTemplateSchema,
  levelOfNumber,
  type NumberItem,
  sectionsOf,
} from '../../../src/shared/model/checklist.ts';

const common = {
  id: 'dora-x',
  section: 'speed',
  aspect: null,
  stage: 'deploy',
  principle: null,
  weight: 4,
  references: ['dora:change-lead-time'],
  dependsOn: [],
  checks: [],
};
const hours = { ...common, kind: 'number', unit: 'hours', better: 'lower', bands: [4380, 720, 168, 24] };
const perMonth = { ...common, kind: 'number', unit: 'per-month', better: 'higher', bands: [0.16, 1, 4, 20] };

const item = (of: unknown) => checklistItemSchema.parse(of) as NumberItem;

describe('the level of a figure', () => {
  test.each([
    [5000, 0],
    [4380, 1],
    [721, 1],
    [720, 2],
    [168, 3],
    [24, 4],
    [0, 4],
  ])('%s hours, where fewer are better, are level %s', (figure, level) => {
    expect(levelOfNumber(item(hours), figure)).toBe(level);
  });

  test.each([
    [0, 0],
    [0.16, 1],
    [1, 2],
    [19.9, 3],
    [300, 4],
  ])('%s a month, where more are better, are level %s', (figure, level) => {
    expect(levelOfNumber(item(perMonth), figure)).toBe(level);
  });
});

describe('the shape of an item', () => {
  const accepts = (item: unknown) => checklistItemSchema.safeParse(item).success;

  test('levels, choices and figures are accepted', () => {
    expect(accepts({ ...common, kind: 'level' })).toBe(true);
    expect(accepts(hours)).toBe(true);
    const choices = [0, 2, 4].map((level) => ({ id: `c${level}`, level }));
    expect(accepts({ ...common, kind: 'choice', choices })).toBe(true);
  });

  test.each([
    ['bands that do not get stricter', { ...hours, bands: [24, 168, 720, 4380] }],
    ['bands that stand still', { ...perMonth, bands: [1, 1, 4, 20] }],
    ['too few bands', { ...perMonth, bands: [1, 4, 20] }],
    ['a level beyond the scale', { ...common, kind: 'choice', choices: [{ id: 'a', level: 5 }] }],
    ['a choice without choices', { ...common, kind: 'choice' }],
    ['an unknown aspect', { ...common, kind: 'level', aspect: 'money' }],
    ['an unknown property', { ...common, kind: 'level', words: 'no' }],
    ['a weight of none', { ...common, kind: 'level', weight: 0 }],
    ['a reference without scheme', { ...common, kind: 'level', references: ['A.8.8'] }],
    ['an id with capitals', { ...common, kind: 'level', id: 'dora-X' }],
  ])('%s is refused', (_what, item) => {
    expect(accepts(item)).toBe(false);
  });
});

test('sections stand in the order in which items name them first', () => {
  const items = ['b', 'a', 'b'].map((section, n) => ({ ...common, id: `dora-${n}`, section, kind: 'level' }));
  const template = checklistTemplateSchema.parse({ id: 'dora', version: '1.0.0', order: 1, items });
  expect(sectionsOf(template)).toEqual(['b', 'a']);
});
