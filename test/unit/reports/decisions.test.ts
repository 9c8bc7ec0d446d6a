import { expect, test } from 'vitest';
import { isOpen, type ReportDecision } from '../../../src/engine/reports/common/input.ts';
import { diagnosisDocument } from '../../../src/engine/reports/diagnosis/document.ts';
import { editionOf } from '../../../src/engine/reports/diagnosis/edition.ts';
import type { DiagnosisInput } from '../../../src/engine/reports/diagnosis/input.ts';
import { produceReport } from '../../../src/engine/reports/produce.ts';
import { progressDocument } from '../../../src/engine/reports/progress/document.ts';
import { recommendationsDocument } from '../../../src/engine/reports/recommendations/document.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { diagnosisInput } from '../../support/diagnosis-input.ts';
import { progressInput } from '../../support/progress-input.ts';
import { recommendationsInput } from '../../support/recommendations-input.ts';

const accepted: ReportDecision = {
  verdict: 'accepted-risk',
  reason: 'The vendor needs it until the contract of the spring.',
  owner: 'Marta Vidal',
  expires: '2027-03-01',
  by: 'Ana Ruiz',
  at: '2026-11-03T10:00:00.000Z',
  scope: 'this finding',
};

/** A diagnosis in which the first finding that fails was decided upon. */
function decided(decision: ReportDecision, language: 'en' | 'es' = 'en') {
  const input: DiagnosisInput = diagnosisInput({ findings: 20, language });
  const finding = input.findings.find(({ verdict }) => verdict.status === 'fail')!;
  finding.decision = decision;
  input.savings.aside = 12_000_000;
  const said = JSON.stringify(diagnosisDocument(input, textsOf(language)));
  return { input, finding, said };
}

test('an accepted risk has a chapter of its own with its reason, owner and last day', () => {
  const { said } = decided(accepted);
  for (const text of [
    'Accepted risks and false positives',
    accepted.reason,
    'Marta Vidal',
    'March 1, 2027',
    '$12.00',
  ])
    expect(said).toContain(text);
  expect(decided(accepted, 'es').said).toContain('Riesgos aceptados y falsos positivos');
});

test('it is no open finding of its check any more, and still one of the appendix', () => {
  const { input, finding } = decided(accepted);
  const view = editionOf(input, textsOf('en')).checks.find(({ check }) => check.id === finding.checkId)!;
  expect(view.fails).not.toContain(finding);
  expect(view.aside).toContain(finding);
  expect(isOpen(finding)).toBe(false);
});

test('what will be fixed stays open, and has no chapter', () => {
  const { finding, said } = decided({ ...accepted, verdict: 'will-fix' });
  expect(isOpen(finding)).toBe(true);
  expect(said).not.toContain('Accepted risks and false positives');
  expect(said).toContain('Will be fixed · Marta Vidal · until March 1, 2027');
});

test('the proof of the finished PDF finds every finding, decided or not', async () => {
  const { input } = decided(accepted);
  for (const finding of input.findings) finding.decision ??= { ...accepted, verdict: 'false-positive' };
  await expect(produceReport('diagnosis', input, () => {})).resolves.toMatchObject({
    pages: expect.any(Number),
  });
}, 60_000);

test('the appendices of the other reports mark what was decided', () => {
  const advice = recommendationsInput({ findings: 60, actions: 5 });
  advice.actions.find(({ concerned }) => concerned.length > 0)!.concerned[0]!.decision = accepted;
  const progressed = progressInput({ findings: 60 });
  progressed.changes[0]!.finding.decision = accepted;
  for (const said of [
    JSON.stringify(recommendationsDocument(advice, textsOf('en'))),
    JSON.stringify(progressDocument(progressed, textsOf('en'))),
  ])
    expect(said).toContain('Accepted risk · Marta Vidal · until March 1, 2027');
});
