import { type Decision, type DecisionScope, scopeKey } from '../../shared/model/decision.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { scopesOf } from '../decisions/scopes.ts';
import { decisionViewer, identityOf } from '../decisions/views.ts';
import { chosen } from '../findings/chosen.ts';
import { inWords } from '../findings/labels.ts';
import { findingsByNumber } from '../findings/read.ts';
import { newestJudged } from '../snapshot/choose.ts';
import { findFinding } from './find-finding.ts';

/** Most findings that are decided at once. */
const MOST = 2000;

export const decisionsHandlers = (context: EngineContext): DomainHandlers<'decisions'> => {
  /** The document for a scope: the one there is, with other content, or a new one. */
  const documentFor = (content: Omit<Decision, 'id' | 'scope' | 'decidedAt' | 'decidedBy'>) => {
    const session = context.session();
    const ids = new Map(session.records.all('decision').map(({ id, scope }) => [scopeKey(scope), id]));
    const signed = { ...content, decidedAt: session.now().toISOString(), decidedBy: session.person };
    return (scope: DecisionScope): Decision => ({
      ...signed,
      id: ids.get(scopeKey(scope)) ?? uuidv7(),
      scope,
    });
  };
  return {
    decide({ scope, ...content }) {
      const { checks } = context.session();
      if ('check' in scope && scope.check !== null && !checks.has(scope.check))
        throw cannot('bad-input', 'checks.unknown', { checks: scope.check });
      const document = documentFor(content)(scope);
      const { step, result } = context.change('decision.decide', (changes) =>
        changes.put('decision', document),
      );
      return { step, decision: result };
    },

    decideMany({ snapshot, choice, ...content }, call) {
      const session = context.session();
      const board = session.board(session.snapshot(snapshot));
      const texts = context.texts(call);
      const filter = inWords(choice.filter, session, texts);
      const numbers = chosen(board, { ...choice, filter }, { by: 'severity', direction: 'desc' });
      if (numbers.length === 0) throw cannot('bad-input', 'findings.noneChosen');
      if (numbers.length > MOST)
        throw cannot('bad-input', 'findings.tooMany', { count: numbers.length, most: MOST });
      const findings = findingsByNumber(session.db, board.verdicts, numbers, session.checks);
      const document = documentFor(content);
      const { step } = context.change('decision.decide', (changes) => {
        for (const finding of findings)
          changes.put('decision', document({ kind: 'finding', ...identityOf(finding) }));
      });
      return { step, decided: findings.length };
    },

    lift({ ids }) {
      const { records } = context.session();
      for (const id of ids)
        if (!records.get('decision', id)) throw cannot('bad-input', 'findings.decisionUnknown', { id });
      const { step } = context.change('decision.lift', (changes) => {
        for (const id of ids) changes.remove('decision', id);
      });
      return { step, lifted: ids.length };
    },

    list({ snapshot, state, offset, limit }, call) {
      const session = context.session();
      const view = decisionViewer(session, context.texts(call));
      const wanted = session.records
        .all('decision')
        .map(view)
        .filter((one) => !state?.length || state.includes(one.state))
        .sort((a, b) =>
          a.decidedAt === b.decidedAt ? (a.id < b.id ? 1 : -1) : a.decidedAt < b.decidedAt ? 1 : -1,
        );
      const shown = wanted.slice(offset, offset + limit);
      const applied = appliedIn(session, snapshot);
      return {
        total: wanted.length,
        decisions: shown.map((one) => ({ ...one, findings: applied.get(one.id) ?? 0 })),
      };
    },

    scopes({ snapshot, finding: wanted }, call) {
      const session = context.session();
      const judged = session.snapshot(snapshot);
      const { finding } = findFinding(session, judged.judgement, wanted);
      return { scopes: scopesOf(session, judged, finding, context.texts(call)) };
    },
  };
};

type Session = ReturnType<EngineContext['session']>;

/** How many failing findings of a snapshot each decision applies to; none where nothing was judged yet. */
function appliedIn(session: Session, snapshot: string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  if (snapshot === undefined && !newestJudged(session.db)) return counts;
  const { verdicts, fails, decisionOf } = session.decided(session.snapshot(snapshot));
  for (let verdict = 0; verdict < verdicts.size; verdict++) {
    if (!fails(verdict)) continue;
    const id = decisionOf(verdict)?.id;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
