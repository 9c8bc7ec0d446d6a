import { checks } from '../checks/index.ts';
import { reads } from '../collectors/index.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { examine } from '../doctor.ts';
import { repairStore } from '../store/repair.ts';
import { version } from '../version.ts';

export const appHandlers = (context: EngineContext): DomainHandlers<'app'> => ({
  info: () => ({ version, node: process.version, checks: checks.length, reads: reads.length }),
  async doctor({ path }) {
    return { findings: await examine(context, path) };
  },
  repair({ path, passphrase }) {
    return repairStore(path, passphrase);
  },
});
