import { describe, expect, test } from 'vitest';
import { look, rowsOf } from '../../../src/renderer/checks/catalogue.ts';
import {
  hasOneStatus,
  joinedOtherwise,
  withoutToken,
  withToken,
} from '../../../src/renderer/findings/tokens.ts';
import type { FilterToken } from '../../../src/shared/model/finding-query.ts';

const is = (property: FilterToken['property'], ...values: string[]): FilterToken => ({
  property,
  operator: 'is',
  values,
});

describe('tokens of the filter', () => {
  test('a value of the same question joins the last token, once', () => {
    const two = withToken([is('region', 'us-east-1')], is('region', 'eu-west-1'));
    expect(two).toEqual([is('region', 'us-east-1', 'eu-west-1')]);
    expect(withToken(two, is('region', 'eu-west-1'))).toEqual(two);
  });

  test('another question is joined by and, until somebody says or', () => {
    const both = withToken([is('status', 'fail')], is('region', 'eu-west-1'));
    expect(both.map(({ join }) => join)).toEqual([undefined, 'and']);
    expect(joinedOtherwise(both, 1).map(({ join }) => join)).toEqual([undefined, 'or']);
  });

  test('two amounts are two tests', () => {
    const least = (value: string): FilterToken => ({
      property: 'saving',
      operator: 'at-least',
      values: [value],
    });
    expect(withToken([least('1')], least('2'))).toHaveLength(2);
  });

  test('all that matches has one status when each side of an or asks for it', () => {
    const or = (token: FilterToken): FilterToken => ({ ...token, join: 'or' });
    const and = (token: FilterToken): FilterToken => ({ ...token, join: 'and' });
    const open = [is('status', 'fail'), and(is('region', 'eu-west-1'))];
    expect(hasOneStatus(open)).toBe(true);
    expect(hasOneStatus([...open, or(is('status', 'fail'))])).toBe(true);
    expect(hasOneStatus([...open, or(is('status', 'unknown'))])).toBe(false);
    expect(hasOneStatus([...open, or(is('region', 'us-east-1'))])).toBe(false);
    expect(hasOneStatus([is('status', 'fail', 'unknown')])).toBe(false);
    expect(hasOneStatus([{ ...is('status', 'fail'), operator: 'is-not' }])).toBe(false);
    expect(hasOneStatus([])).toBe(false);
  });

  test('the token that becomes the first joins nothing', () => {
    const both = withToken([is('status', 'fail')], is('region', 'eu-west-1'));
    expect(withoutToken(both, 0)).toEqual([is('region', 'eu-west-1')]);
    expect(withoutToken(withoutToken(both, 0), 0)).toEqual([]);
  });
});

describe('the catalogue of checks', () => {
  const check = (id: string, more: object = {}) => ({
    id,
    version: 1,
    aspect: 'cost-optimization' as const,
    severity: 'medium' as const,
    ownSeverity: 'medium' as const,
    effort: 'S' as const,
    title: `Title of ${id}`,
    risk: '',
    steps: [],
    resourceTypes: ['AWS::EC2::Volume'],
    reads: [],
    permissions: [],
    references: [],
    parameters: [],
    off: null,
    ...more,
  });
  const rows = rowsOf(
    [
      check('a'),
      check('b', { severity: 'high' }),
      check('c', { off: 'not wanted' }),
      check('d', { resourceTypes: ['AWS::::Account'], severity: 'critical', ownSeverity: 'critical' }),
    ],
    new Map([
      ['a', 3],
      ['c', 9],
      ['d', 0],
    ]),
  );
  const ids = (search: Parameters<typeof look>[1]) => look(rows, search).map(({ id }) => id);

  test('tells apart what is on, tuned and off', () => {
    expect(rows.map(({ state }) => state)).toEqual(['on', 'tuned', 'off', 'on']);
    expect(rows.map(({ fails }) => fails)).toEqual([3, null, null, 0]);
    expect(rows.map(({ services }) => services)).toEqual(['EC2', 'EC2', 'EC2', 'Account']);
  });

  test('the most severe come first, and among them what fails most', () => {
    expect(ids({})).toEqual(['d', 'b', 'a', 'c']);
    expect(ids({ sort: { by: 'fails', direction: 'desc' } })[0]).toBe('a');
  });

  test('is searched and narrowed', () => {
    expect(ids({ text: 'TITLE OF B' })).toEqual(['b']);
    expect(ids({ show: 'failing' })).toEqual(['a']);
    expect(ids({ show: 'off' })).toEqual(['c']);
    expect(ids({ aspect: 'networking' })).toEqual([]);
  });
});
