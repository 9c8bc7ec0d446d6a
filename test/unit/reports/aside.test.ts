import { expect, test } from 'vitest';
import { progressDocument } from '../../../src/engine/reports/progress/document.ts';
import type { ProgressInput } from '../../../src/engine/reports/progress/input.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { emptyProgress, progressInput } from '../../support/progress-input.ts';

const said = (input: ProgressInput, language: 'en' | 'es' = 'en') =>
  JSON.stringify(progressDocument(input, textsOf(language)));

test('a progress report says how many findings decisions set aside, in a row of its own', () => {
  expect(said(progressInput({ findings: 40 }))).toContain('By decisions: accepted risk 9, false positive 4.');
  expect(said(progressInput({ findings: 40, language: 'es' }), 'es')).toContain(
    'Por decisiones: riesgo aceptado 9, falso positivo 4.',
  );
});

test('those that are new or regressed as well are named, because they are in that row too', () => {
  const input = progressInput({ findings: 40 });
  input.changes.find(({ change }) => change === 'new')!.finding.decision = {
    verdict: 'accepted-risk',
    reason: 'Until the contract ends.',
    owner: '',
    expires: null,
    by: 'Ana Ruiz',
    at: '2026-11-03T10:00:00.000Z',
    scope: 'this finding',
  };
  expect(said(input)).toContain('One of them is regressed or new.');
});

test('where nothing was set aside there is no such row', () => {
  expect(said(emptyProgress())).not.toContain('Set aside');
});
