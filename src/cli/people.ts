import type { Client } from '../shared/contract/define.ts';
import type { Contract } from '../shared/contract/index.ts';
import { number, percent } from './format.ts';
import { maturityText } from './show-checklists.ts';
import type { Terminal } from './terminal.ts';

/** What people have put in beside the scan, as the engine counts it. */
export async function peopleSaid({ checklists, evidence, decisions, recommendations }: Client<Contract>) {
  const [answers, maturity, pieces, decided, actions] = await Promise.all([
    checklists.list({}),
    checklists.maturity({}),
    evidence.page({ limit: 1 }),
    decisions.list({ limit: 1000 }),
    recommendations.counts({}),
  ]);
  return {
    checklists: answers.checklists.length,
    answered: answers.answered,
    questions: answers.total,
    maturity: maturity.overall.score,
    confidence: maturity.overall.confidence,
    evidence: pieces.total,
    decisions: decided.total,
    decidedFindings: decided.decisions.reduce((sum, { findings }) => sum + findings, 0),
    ...actions,
  };
}
export type PeopleSaid = Awaited<ReturnType<typeof peopleSaid>>;

const line = (terminal: Terminal, name: string, text: string) => terminal.print(`${name.padEnd(17)}${text}`);

/** After the interviews and the plan. */
export function showSaid(terminal: Terminal, said: PeopleSaid): void {
  const { answered, questions, checklists, confidence, evidence, adopted, planned } = said;
  line(
    terminal,
    'Answered',
    `${number(answered)} of ${number(questions)} questions in ${number(checklists)} checklists`,
  );
  line(terminal, 'Maturity', `${maturityText(said.maturity)}, confidence ${percent(confidence)}`);
  line(terminal, 'Evidence', `${number(evidence)} pieces`);
  line(
    terminal,
    'Recommendations',
    `${number(adopted)} adopted; ${number(planned)} of them on the roadmap and still to be done`,
  );
}

/** After the second scan: what it made people say otherwise, and decide. */
export function showDecided(terminal: Terminal, before: PeopleSaid, after: PeopleSaid): void {
  line(terminal, 'Maturity', `${maturityText(after.maturity)}, ${maturityText(before.maturity)} before`);
  line(
    terminal,
    'Decisions',
    `${number(after.decisions)}, which cover ${number(after.decidedFindings)} findings`,
  );
}
