import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { detailOf } from '../decisions/detail.ts';
import { chosen } from '../findings/chosen.ts';
import { consoleUrl } from '../findings/console-url.ts';
import { fixOf } from '../findings/fix.ts';
import { historyOf } from '../findings/history.ts';
import { inWords, labeller } from '../findings/labels.ts';
import { findingsMarkdown } from '../findings/markdown.ts';
import { findingsByNumber } from '../findings/read.ts';
import { deleteView, listViews, saveView } from '../findings/views.ts';
import { storeSource } from '../snapshot/store-source.ts';
import { findFinding } from './find-finding.ts';
import { toFinding, toFindings } from './finding-view.ts';

type GroupedView = z.input<Contract['findings']['grouped']['result']>['rows'][number];

/** Most findings that are copied as text at once. */
const MOST_COPIED = 500;

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

  page({ snapshot, filter, sort, offset, limit }, call) {
    const session = context.session();
    const texts = context.texts(call);
    const chosen = session.snapshot(snapshot);
    const board = session.board(chosen);
    const { total, findings } = board.page(inWords(filter, session, texts), sort, offset, limit);
    return {
      total,
      findings: toFindings(
        findingsByNumber(session.db, board.verdicts, findings, session.checks),
        texts,
        session.decided(chosen),
      ),
    };
  },

  grouped({ snapshot, filter, sort, group, offset, limit }, call) {
    const session = context.session();
    const texts = context.texts(call);
    const chosen = session.snapshot(snapshot);
    const board = session.board(chosen);
    const page = board.groupedPage(inWords(filter, session, texts), sort, group, offset, limit);
    const numbers = page.rows.flatMap((row) => ('finding' in row ? [row.finding] : []));
    const findings = new Map(
      findingsByNumber(session.db, board.verdicts, numbers, session.checks).map((one) => [one.id, one]),
    );
    const label = labeller(session, group.by, texts);
    const decided = session.decided(chosen);
    return {
      total: page.total,
      rows: page.rows.flatMap((row): GroupedView[] => {
        if ('group' in row)
          return [{ kind: 'group', by: group.by, ...row.group, ...label(row.group.value), open: row.open }];
        const finding = findings.get(row.finding);
        return finding ? [{ kind: 'finding', ...toFinding(finding, texts, decided) }] : [];
      }),
    };
  },

  place({ snapshot, filter, sort, group, finding }, call) {
    const session = context.session();
    const board = session.board(session.snapshot(snapshot));
    const named = inWords(filter, session, context.texts(call));
    const row = group ? board.groupedPlace(named, sort, group, finding) : board.place(named, sort, finding);
    return { row: row ?? null };
  },

  facets({ snapshot, filter, by, limit }, call) {
    const session = context.session();
    const texts = context.texts(call);
    const board = session.board(session.snapshot(snapshot));
    const label = labeller(session, by, texts);
    const facets = board.facets(inWords(filter, session, texts), by).slice(0, limit);
    return { facets: facets.map((facet) => ({ ...facet, ...label(facet.value) })) };
  },

  get({ snapshot, finding: wanted }, call) {
    const session = context.session();
    const chosen = session.snapshot(snapshot);
    const { finding } = findFinding(session, chosen.judgement, wanted);
    const texts = context.texts(call);
    const { seen = {}, reads, missing = [] } = finding.verdict;
    return {
      ...toFinding(finding, texts, session.decided(chosen)),
      ...detailOf(session, chosen, finding, texts),
      version: finding.check.version,
      effort: finding.check.effort,
      accountName: labeller(session, 'account', texts)(finding.resource.account).label,
      consoleUrl: consoleUrl(finding.resource),
      risk: texts.t(`checks.${finding.check.id}.risk`),
      steps: texts.list(`checks.${finding.check.id}.steps`),
      ...fixOf(storeSource(session.db, chosen.id, session.plan), finding),
      references: [...finding.check.references],
      seen,
      reads: [...reads],
      missing,
    };
  },

  history({ snapshot, finding: wanted }) {
    const session = context.session();
    const { finding, resource } = findFinding(session, session.snapshot(snapshot).judgement, wanted);
    const { check, subKey } = finding;
    return { history: historyOf(session.db, { check: check.id, resource, subKey }) };
  },

  markdown({ snapshot, choice, sort }, call) {
    const session = context.session();
    const texts = context.texts(call);
    const board = session.board(session.snapshot(snapshot));
    const filter = inWords(choice.filter, session, texts);
    const numbers = chosen(board, { ...choice, filter }, sort);
    const findings = findingsByNumber(
      session.db,
      board.verdicts,
      numbers.slice(0, MOST_COPIED),
      session.checks,
    );
    const accountName = labeller(session, 'account', texts);
    return {
      text: findingsMarkdown(findings, (id) => accountName(id).label, texts),
      findings: findings.length,
      left: Math.max(0, numbers.length - MOST_COPIED),
    };
  },

  views: () => ({ views: listViews(context.session().db) }),
  saveView: ({ name, view }) => saveView(context.session().db, name, view),
  deleteView({ id }) {
    deleteView(context.session().db, id);
    return {};
  },
});
