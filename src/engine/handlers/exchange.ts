import type { DomainHandlers, EngineContext } from '../context.ts';
import { callRows, coverageRows, findingRows, resourceRows } from '../exchange/rows.ts';
import { writeTable } from '../exchange/table.ts';

export const exchangeHandlers = (context: EngineContext): DomainHandlers<'exchange'> => ({
  async export({ snapshot, what, format, path }, { signal }) {
    const session = context.session();
    const chosen = session.snapshot(snapshot);
    const rows = {
      findings: () => findingRows(session, chosen, context.texts()),
      resources: () => resourceRows(session, chosen.id),
      coverage: () => coverageRows(session, chosen.id),
      calls: () => callRows(session, chosen.id),
    }[what]();
    return writeTable(path, format, rows, signal);
  },
});
