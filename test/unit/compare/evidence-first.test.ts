import { expect, test } from 'vitest';
import { evidenceFirst } from '../../../src/engine/compare/evidence-first.ts';

const changed = (...paths: string[]) => paths.map((path) => ({ path, before: 'a', after: 'b' }));
const order = (paths: string[], seen: string[]) =>
  evidenceFirst(changed(...paths), seen).map(({ path }) => path);

test('what the evidence names comes first, in its order', () => {
  expect(
    order(
      ['accessConfig.authenticationMode', 'deletionProtection', 'upgradePolicy.supportType', 'version'],
      ['version', 'versionStatus', 'supportType'],
    ),
  ).toEqual([
    'version',
    'upgradePolicy.supportType',
    'accessConfig.authenticationMode',
    'deletionProtection',
  ]);
});

test('a name is a whole part of a path, or several', () => {
  expect(order(['platformVersion', 'a.access_logs.s3.enabled', 'b.version'], ['version'])).toEqual([
    'b.version',
    'platformVersion',
    'a.access_logs.s3.enabled',
  ]);
  expect(order(['name', 'facet.access_logs.s3.enabled'], ['access_logs.s3.enabled'])).toEqual([
    'facet.access_logs.s3.enabled',
    'name',
  ]);
});

test('without evidence the order stays', () => {
  expect(order(['b', 'a'], [])).toEqual(['b', 'a']);
});
