import type { World } from '../world.ts';
import { DATA, EUROPE, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';

const ELASTIC_IPS = 'L-0263D0A3';
const STANDARD_VCPUS = 'L-1216C47A';
const GPU_VCPUS = 'L-DB2E81BA';

/** Quotas that were raised; where none was, the next address or machine is refused. */
export function quotas(world: World): void {
  const { now } = world.moment;
  const raise = (account: string, region: string, raised: Record<string, number>) => {
    const site = world.site(account, region);
    site.settings = { ...site.settings, quotas: raised };
  };
  raise(MANAGEMENT, MAIN, { [STANDARD_VCPUS]: 128 });
  raise(PRODUCTION, MAIN, { [STANDARD_VCPUS]: 256, ...now({}, { [ELASTIC_IPS]: 20 }) });
  raise(PRODUCTION, RECOVERY, { [STANDARD_VCPUS]: 64 });
  raise(STAGING, MAIN, { [STANDARD_VCPUS]: now(32, 64) });
  raise(DATA, MAIN, { [STANDARD_VCPUS]: 64 });
  raise(DATA, EUROPE, { [STANDARD_VCPUS]: 32, [GPU_VCPUS]: 8 });
}
