import { FieldbookError } from '../../shared/contract/errors.ts';
import { openStatuses, statuses } from '../../shared/model/finding.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { consoleUrl } from '../findings/console-url.ts';
import { labeller } from '../findings/labels.ts';
import { findingsByNumber } from '../findings/read.ts';
import { resourceDetail } from '../resources/detail.ts';
import { neighboursOf } from '../resources/neighbours.ts';
import type { Session } from '../session.ts';
import { toFindings } from './finding-view.ts';

export const resourcesHandlers = (context: EngineContext): DomainHandlers<'resources'> => {
  const boardOf = (snapshot: string | undefined) => {
    const session = context.session();
    return session.resources(session.snapshot(snapshot));
  };
  return {
    async page({ snapshot, filter, sort, offset, limit }) {
      const board = boardOf(snapshot);
      const numbers = await board.find(filter, sort);
      return {
        total: numbers.length,
        resources: Array.from(numbers.subarray(offset, offset + limit), (number) => board.resource(number)),
      };
    },

    async place({ snapshot, filter, sort, arn, account }) {
      const found = look(context.session(), snapshot, arn, account);
      const row = found ? (await found.board.find(filter, sort)).indexOf(found.number) : -1;
      return { row: row === -1 ? null : row };
    },

    async counts({ snapshot, filter, by }) {
      return { counts: await boardOf(snapshot).facets(filter, by) };
    },

    tagKeys: ({ snapshot, filter }) => boardOf(snapshot).tagKeys(filter),

    async tagValues({ snapshot, filter, key }) {
      return { counts: await boardOf(snapshot).tagValues(filter, key) };
    },

    get({ snapshot, arn, account }, call) {
      const session = context.session();
      const { row, number, board, judged } = find(session, snapshot, arn, account);
      const detail = resourceDetail(session.db, judged.id, session.plan, board.resource(number));
      if (!detail) throw unknown(arn);
      const { verdicts } = session.board(judged);
      const quiet = { pass: 0, 'not-applicable': 0 };
      const open: number[] = [];
      for (let verdict = 0; verdict < verdicts.size; verdict++) {
        if (verdicts.resource[verdict] !== row) continue;
        const status = statuses[verdicts.status[verdict]!]!;
        if (status === 'pass' || status === 'not-applicable') quiet[status]++;
        else open.push(verdict);
      }
      open.sort(
        (a, b) =>
          openStatuses.indexOf(statuses[verdicts.status[a]!] as never) -
            openStatuses.indexOf(statuses[verdicts.status[b]!] as never) ||
          verdicts.severity[a]! - verdicts.severity[b]!,
      );
      return {
        ...detail,
        accountName: labeller(session, 'account', context.texts(call))(detail.resource.account).label,
        consoleUrl: consoleUrl(detail.resource),
        unread: detail.unread.map(({ name, read, failure }) => ({
          name,
          read,
          outcome: failure.outcome,
          message: failure.message,
          permission: failure.permission ?? null,
        })),
        findings: toFindings(
          findingsByNumber(session.db, verdicts, open, session.checks),
          context.texts(call),
          session.decided(judged),
        ),
        quiet,
      };
    },

    async neighbours({ snapshot, arn, account, limit }) {
      const { board, number } = find(context.session(), snapshot, arn, account);
      return { resource: board.resource(number), groups: await neighboursOf(board, number, limit) };
    },
  };
};

/** The asset with that ARN; the first where several accounts see one and none is named. */
function look(session: Session, snapshot: string | undefined, arn: string, account: string | undefined) {
  const judged = session.snapshot(snapshot);
  const board = session.resources(judged);
  const rows = session.db.all(
    session.db.q.selectFrom('resource').select('id').where('arn', '=', arn).orderBy('id'),
  );
  for (const { id: row } of rows) {
    const number = board.numberOf(row);
    if (number === undefined) continue;
    if (account === undefined || board.resource(number).account === account)
      return { row, number, board, judged };
  }
  return undefined;
}

function find(...[session, snapshot, arn, account]: Parameters<typeof look>) {
  const found = look(session, snapshot, arn, account);
  if (!found) throw unknown(arn);
  return found;
}

const unknown = (arn: string) =>
  new FieldbookError(
    'resource-unknown',
    `${arn} is not in this snapshot.`,
    "Take an ARN from 'fieldbook resources'.",
  );
