import type { DomainHandlers, EngineContext } from '../context.ts';
import {
  callPage,
  callTable,
  coverageTable,
  findingTable,
  resourceTable,
  trailTable,
} from '../exchange/tables.ts';
import { writeTable } from '../exchange/write-table.ts';
import { chosen as chosenFindings } from '../findings/chosen.ts';
import { inWords } from '../findings/labels.ts';

export const exchangeHandlers = (context: EngineContext): DomainHandlers<'exchange'> => ({
  async export({ snapshot, what, findings, resources, format, path }, call) {
    const session = context.session();
    const texts = context.texts(call);
    if (what === 'trail') return writeTable(path, format, trailTable(session, texts), call.signal);
    const chosen = session.snapshot(snapshot);
    const numbers = () => {
      if (!findings) return undefined;
      const { choice, sort } = findings;
      const filter = inWords(choice.filter, session, texts);
      return chosenFindings(session.board(chosen), { ...choice, filter }, sort);
    };
    const table = await {
      findings: () => findingTable(session, chosen, texts, numbers()),
      resources: () => resourceTable(session, session.resources(chosen), resources),
      coverage: () => coverageTable(session, chosen.id),
      calls: () => callTable(session, chosen.id),
    }[what]();
    return writeTable(path, format, table, call.signal);
  },
  calls({ snapshot, offset, limit }) {
    const session = context.session();
    return callPage(session, session.snapshot(snapshot).id, offset, limit);
  },
});
