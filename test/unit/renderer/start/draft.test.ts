import { expect, test } from 'vitest';
import {
  type Draft,
  emptyDraft,
  faultsOf,
  fileNameOf,
  toEngagement,
} from '../../../../src/renderer/start/wizard/draft.ts';
import { contract } from '../../../../src/shared/contract/index.ts';

const ids = () => {
  let n = 0;
  return () => `id-${++n}`;
};
const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft('en', ids()), ...change });

test('a client and a consultant are needed, and spaces are no names', () => {
  expect(faultsOf('client', draft({ client: '  ' }), false)).toEqual({
    client: 'needed',
    consultant: 'needed',
  });
  expect(faultsOf('client', draft({ client: 'Acme', consultant: 'Us' }), false)).toEqual({});
});

test('a phase that ends before it begins is a fault, unless it was not chosen', () => {
  const [first, ...rest] = draft().phases;
  const phases = [{ ...first!, from: '2026-03-02', to: '2026-03-01' }, ...rest];
  expect(faultsOf('team', draft({ phases }), false)).toEqual({ [`phases.${first!.id}`]: 'wrongOrder' });
  phases[0]!.chosen = false;
  expect(faultsOf('team', draft({ phases }), false)).toEqual({});
});

test('a role without a name, a value without a key and a key twice are faults; empty rows are not', () => {
  const people = [
    { id: 'p1', name: '', role: 'CTO', side: 'client' as const },
    { id: 'p2', name: '', role: '', side: 'client' as const },
  ];
  expect(faultsOf('team', draft({ people }), false)).toEqual({ 'people.p1': 'needed' });
  const tags = [
    { id: 't1', key: 'env', values: '' },
    { id: 't2', key: ' env', values: 'prod' },
    { id: 't3', key: '', values: 'prod' },
    { id: 't4', key: '', values: '' },
  ];
  expect(faultsOf('standards', draft({ tags }), false)).toEqual({ 'tags.t2': 'twice', 'tags.t3': 'needed' });
});

test('a weak passphrase and one that was typed differently are faults', () => {
  const typed = draft({ passphrase: 'correct horse', again: 'correct hors' });
  expect(faultsOf('protection', typed, false)).toEqual({ passphrase: 'weak', again: 'different' });
  expect(faultsOf('protection', { ...typed, again: 'correct horse' }, true)).toEqual({});
});

test('the file is named after the client, in its own script, without what file systems refuse', () => {
  expect(fileNameOf('Acme Health, Inc.')).toBe('acme-health-inc.fieldbook');
  expect(fileNameOf('Clínica Niño / Sur')).toBe('clínica-niño-sur.fieldbook');
  expect(fileNameOf('../../etc')).toBe('etc.fieldbook');
  expect(fileNameOf('???')).toBe('engagement.fieldbook');
});

test('what is made fits the contract, without the rows that were left empty', () => {
  const made = toEngagement(
    draft({
      client: ' Acme ',
      consultant: 'Us',
      passphrase: 'p',
      people: [
        { id: 'p1', name: ' Ana ', role: 'CTO', side: 'client' },
        { id: 'p2', name: '', role: '', side: 'client' },
      ],
      tags: [
        { id: 't1', key: 'env', values: 'prod, staging ,' },
        { id: 't2', key: '', values: '' },
      ],
    }),
    '/a.fieldbook',
  );
  const parsed = contract.engagement.create.args.parse(made);
  expect(parsed.client).toBe('Acme');
  expect(parsed.people).toEqual([{ id: 'p1', name: 'Ana', role: 'CTO', side: 'client' }]);
  expect(parsed.tagPolicy.required).toEqual([{ key: 'env', values: ['prod', 'staging'] }]);
  expect(parsed.phases.map(({ kind }) => kind)).toEqual(['assessment', 'suggestions', 'implementation']);
  expect(parsed.phases[0]!.from).toBeNull();
});
