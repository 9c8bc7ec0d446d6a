import { findingsByNumber } from '../../src/engine/findings/read.ts';
import { toFindings } from '../../src/engine/handlers/finding-view.ts';
import { renderReport } from '../../src/engine/reports/render.ts';
import type { Session } from '../../src/engine/session.ts';
import { textsOf } from '../../src/engine/texts.ts';
import type { FindingFilter, FindingSort } from '../../src/shared/model/finding-query.ts';
import { diagnosisInput } from '../support/diagnosis-input.ts';

/** What somebody does on the findings page, each with another filter and order so that nothing is remembered. */
export const looks: [FindingFilter, FindingSort][] = [
  [{ status: ['fail'] }, { by: 'severity', direction: 'desc' }],
  [
    { status: ['fail', 'unknown'], severity: ['high', 'medium'] },
    { by: 'resource', direction: 'asc' },
  ],
  [
    { aspect: ['cost-optimization'], saving: true },
    { by: 'saving', direction: 'desc' },
  ],
  [
    { region: ['us-east-1'], status: ['fail'] },
    { by: 'check', direction: 'asc' },
  ],
  [
    { text: 'vol-', status: ['fail'] },
    { by: 'account', direction: 'asc' },
  ],
  [{ type: ['AWS::EC2::Volume', 'AWS::EC2::SecurityGroup'] }, { by: 'resource', direction: 'desc' }],
];

/** Asks for pages of findings while a long report is being made in its worker. */
export async function findingsWhileRendering(
  session: Session,
): Promise<{ taken: number[]; findings: number; during: number }> {
  const board = session.board(session.snapshot(undefined));
  const texts = textsOf('en');
  const findings = board.page({}, { by: 'severity', direction: 'desc' }, 0, 1).total;
  let rendering = true;
  const report = renderReport({ kind: 'diagnosis', input: diagnosisInput({ findings: 6000 }) }).finally(
    () => {
      rendering = false;
    },
  );
  const taken: number[] = [];
  for (let i = 0; rendering || taken.length < 30; i++) {
    const [filter, sort] = looks[i % looks.length]!;
    const started = performance.now();
    const { findings: ids } = board.page(filter, sort, (i * 50) % 1000, 50);
    toFindings(findingsByNumber(session.db, board.verdicts, ids, session.checks), texts);
    taken.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await report;
  return { taken, findings, during: taken.length };
}
