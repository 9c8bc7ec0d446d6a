import type { DomainHandlers, EngineContext } from '../context.ts';
import { callTable, coverageTable, findingTable, resourceTable } from '../exchange/tables.ts';
import { writeTable } from '../exchange/write-table.ts';

export const exchangeHandlers = (context: EngineContext): DomainHandlers<'exchange'> => ({
  async export({ snapshot, what, format, path }, { signal }) {
    const session = context.session();
    const chosen = session.snapshot(snapshot);
    const table = {
      findings: () => findingTable(session, chosen, context.texts()),
      resources: () => resourceTable(session, chosen.id),
      coverage: () => coverageTable(session, chosen.id),
      calls: () => callTable(session, chosen.id),
    }[what]();
    return writeTable(path, format, table, signal);
  },
});
