import { FieldbookError } from '../../shared/contract/errors.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { fixOf } from '../findings/fix.ts';
import { findByReference, findingsByNumber } from '../findings/read.ts';
import { storeSource } from '../snapshot/store-source.ts';
import { toFinding, toFindings } from './finding-view.ts';

export const findingsHandlers = (context: EngineContext): DomainHandlers<'findings'> => ({
  async judge({ snapshot }, { signal }) {
    const session = context.session();
    const { id } = session.snapshot(snapshot);
    let verdicts = 0;
    const onProgress = (n: number) => {
      verdicts = n;
      context.emit('judge.progress', { verdicts });
    };
    await session.judge(id, { signal, onProgress });
    context.emit('changed', { what: 'findings' });
    return { verdicts };
  },

  page({ snapshot, filter, sort, offset, limit }) {
    const session = context.session();
    const { judgement } = session.snapshot(snapshot);
    const board = session.board(judgement);
    const { total, findings } = board.page(filter, sort, offset, limit);
    return {
      total,
      findings: toFindings(
        findingsByNumber(session.db, board.verdicts, findings, session.checks),
        context.texts(),
      ),
    };
  },

  facets({ snapshot, filter, by }) {
    const session = context.session();
    return { facets: session.board(session.snapshot(snapshot).judgement).facets(filter, by) };
  },

  get({ snapshot, finding: wanted }) {
    const session = context.session();
    const { id, judgement } = session.snapshot(snapshot);
    const verdicts = session.verdicts(judgement);
    const number =
      typeof wanted === 'number'
        ? wanted
        : findByReference(session.db, verdicts, wanted.trim().toUpperCase());
    const [finding] =
      number === undefined ? [] : findingsByNumber(session.db, verdicts, [number], session.checks);
    if (!finding)
      throw new FieldbookError(
        'finding-unknown',
        `There is no finding ${wanted} in this snapshot.`,
        "Take a reference from 'fieldbook findings'.",
      );
    const texts = context.texts();
    const { seen = {}, reads, missing = [] } = finding.verdict;
    return {
      ...toFinding(finding, texts),
      risk: texts.t(`checks.${finding.check.id}.risk`),
      steps: texts.list(`checks.${finding.check.id}.steps`),
      ...fixOf(storeSource(session.db, id, session.plan), finding),
      references: [...finding.check.references],
      seen,
      reads: [...reads],
      missing,
    };
  },
});
