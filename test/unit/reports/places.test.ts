import { expect, test } from 'vitest';
import { placeOf } from '../../../src/engine/reports/attention.ts';
import { coverageSearch } from '../../../src/renderer/coverage/search.ts';
import { findingsSearch } from '../../../src/renderer/findings/search.ts';
import { resourcesSearch } from '../../../src/renderer/resources/search.ts';
import { scansSearch } from '../../../src/renderer/scans/search.ts';
import { settingsSearch } from '../../../src/renderer/settings/search.ts';

const pages = {
  '/coverage': coverageSearch,
  '/findings': findingsSearch,
  '/resources': resourcesSearch,
  '/scans': scansSearch,
  '/settings': settingsSearch,
};

test.each([
  'engagement.scope',
  'branding.clientLogo',
  'branding.accent',
  'snapshot',
  'coverage',
  'findings',
  'findings.unknown',
  'FB-AAAAA-BBBBB',
  'arn:aws:s3:::acme',
])('what is wrong at %s leads to a page that understands the way', (where) => {
  const place = placeOf(where)!;
  // A page drops what it does not know.
  expect(pages[place.path as keyof typeof pages].parse(place.search)).toEqual(place.search);
});

test('where only words help there is no link', () => {
  expect(placeOf('texts')).toBeNull();
});
