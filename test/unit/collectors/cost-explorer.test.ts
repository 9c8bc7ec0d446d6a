import { expect, test } from 'vitest';
import { monthlyCost } from '../../../src/engine/collectors/cost-explorer.ts';
import { at, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT } from '../../support/estate.ts';

const askedOn = (day: string) =>
  monthlyCost.inputs(at({ account: ACCOUNT, region: 'global' }, 'aws', new Date(`${day}T00:30:00Z`)));

test.each([
  ['2026-11-16', '2026-10-01', '2026-11-01'],
  ['2026-03-01', '2026-02-01', '2026-03-01'],
  ['2026-01-31', '2025-12-01', '2026-01-01'],
])('on %s the last whole month is asked for', (day, Start, End) => {
  const [input, ...others] = askedOn(day);
  expect(others).toEqual([]);
  expect(input).toMatchObject({ TimePeriod: { Start, End }, Granularity: 'MONTHLY' });
});

test('a management account asks for itself alone, and not for those it pays for', () => {
  expect(JSON.stringify(askedOn('2026-11-16'))).toContain(
    `{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["${ACCOUNT}"]}}`,
  );
});

test('a month is known by its name', () => {
  const here = at({ account: ACCOUNT, region: 'global' }, 'aws', new Date());
  const month = { TimePeriod: { Start: '2026-10-01', End: '2026-11-01' } };
  expect(monthlyCost.store(month, here, redactor('test'))).toMatchObject({
    arn: `arn:aws:ce::${ACCOUNT}:monthly-cost/2026-10-01`,
    name: '2026-10',
  });
});
