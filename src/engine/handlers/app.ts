import { checks } from '../checks/index.ts';
import { reads } from '../collectors/index.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { examine } from '../doctor.ts';
import { licenceText, loadLicences } from '../licences.ts';
import { loadPricePack } from '../pricing/load.ts';
import { allowListOf } from '../snapshot/plan.ts';
import { repairStore } from '../store/repair.ts';
import { storeVersions } from '../store/self-test.ts';
import { version } from '../version.ts';

export const appHandlers = (context: EngineContext): DomainHandlers<'app'> => ({
  info: () => ({ version, node: process.version, checks: checks.length, reads: reads.length }),
  about: () => ({
    node: process.versions.node,
    ...storeVersions(),
    priceDate: loadPricePack().asOf,
  }),
  operations() {
    const services = new Map<string, string[]>();
    for (const key of [...allowListOf(reads)].sort()) {
      const [service = '', operation = ''] = key.split(':');
      services.set(service, [...(services.get(service) ?? []), operation]);
    }
    return { services: [...services].map(([service, operations]) => ({ service, operations })) };
  },
  licences: () => ({ packages: loadLicences().packages }),
  licenceText: ({ text }) => ({ text: licenceText(text) }),
  async doctor({ path }) {
    return { findings: await examine(context, path) };
  },
  repair({ path, passphrase }) {
    return repairStore(path, passphrase);
  },
});
