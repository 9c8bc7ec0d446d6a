import { expect, test } from 'vitest';
import { documentChanges } from '../../../src/engine/trail/changes.ts';

test('what differs is told value by value, and the id never', () => {
  const before = { id: 'a', verdict: 'will-fix', scope: { kind: 'check', check: 'old-volume' } };
  const after = {
    ...before,
    verdict: 'accepted-risk',
    owner: 'Ana',
    scope: { ...before.scope, check: 'new' },
  };
  expect(documentChanges(before, after)).toEqual([
    { path: 'verdict', before: 'will-fix', after: 'accepted-risk' },
    { path: 'scope.check', before: 'old-volume', after: 'new' },
    { path: 'owner', before: undefined, after: 'Ana' },
  ]);
});

test('one that was made or removed is told whole, lists as one value', () => {
  const document = { id: 'a', tags: ['x', 'y'], scope: { kind: 'check' } };
  expect(documentChanges(null, document)).toEqual([
    { path: 'tags', before: undefined, after: ['x', 'y'] },
    { path: 'scope.kind', before: undefined, after: 'check' },
  ]);
  expect(documentChanges(document, null).map(({ after }) => after)).toEqual([undefined, undefined]);
});

test('copies of what was merged are no news: they have steps of their own', () => {
  const before = { id: 'a', title: 'One', joined: [] };
  const after = { id: 'a', title: 'Both', joined: [before, { id: 'b', title: 'Two' }] };
  expect(documentChanges(before, after)).toEqual([{ path: 'title', before: 'One', after: 'Both' }]);
});
