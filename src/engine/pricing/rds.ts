import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';

export interface DatabaseShape {
  engine: string;
  /** Such as `db.t3.large`. */
  instanceClass: string;
  multiAz: boolean;
}

const deployment = (multiAz: boolean): string => (multiAz ? 'multi-az' : 'single-az');

/** Instance hours of a month, at on-demand price; storage, I/O and backups are not in it. */
export const instanceCost = (
  prices: PriceBook,
  region: string,
  { engine, instanceClass, multiAz }: DatabaseShape,
): Big | undefined =>
  prices.price(region, `rds.${engine}.${instanceClass}.${deployment(multiAz)}.hour`)?.times(HOURS_PER_MONTH);

/** GiB-months of provisioned storage; provisioned IOPS are not in it. */
export const storageCost = (
  prices: PriceBook,
  region: string,
  { type, size, multiAz }: { type: string; size: number; multiAz: boolean },
): Big | undefined => prices.price(region, `rds.${type}.gb-month.${deployment(multiAz)}`)?.times(size);

/** At most: the first 100 % of the provisioned storage of a region are free, and snapshots are incremental. */
export const snapshotCost = (prices: PriceBook, region: string, size: number): Big | undefined =>
  prices.price(region, 'rds.backup.gb-month')?.times(size);

/**
 * vCPUs of an instance class; undefined where the size does not tell them. `large` has two in every family since
 * m4 and r4, the burstable t3 and t4g have two up to there.
 */
export function vcpus(instanceClass: string): number | undefined {
  const match = /^db\.(t3|t4g|[mr][4-9]\w*|x2\w*)\.(micro|small|medium|large|(\d*)xlarge)$/.exec(
    instanceClass,
  );
  if (!match) return undefined;
  const [, family, size, factor] = match;
  if (factor !== undefined) return 4 * Number(factor || 1);
  return size === 'large' || family!.startsWith('t') ? 2 : undefined;
}

/**
 * RDS Extended Support in its first two years, per vCPU; the standby of Multi-AZ is charged as well (RDS user guide,
 * extended support charges).
 */
export function extendedSupportCost(
  prices: PriceBook,
  region: string,
  { instanceClass, multiAz }: Pick<DatabaseShape, 'instanceClass' | 'multiAz'>,
): Big | undefined {
  const count = vcpus(instanceClass);
  if (count === undefined) return undefined;
  return prices
    .price(region, 'rds.extended-support.vcpu-hour')
    ?.times(count * (multiAz ? 2 : 1))
    .times(HOURS_PER_MONTH);
}

/**
 * IOPS that gp3 gives without extra charge: 12,000 from 400 GiB on with MySQL, MariaDB and PostgreSQL, where RDS
 * stripes the volume, else 3,000. Undefined for large volumes of other engines, whose steps are not sourced.
 */
export function gp3Iops(engine: string, size: number): number | undefined {
  if (['mysql', 'mariadb', 'postgres'].includes(engine)) return size >= 400 ? 12_000 : 3000;
  return size <= 1000 ? 3000 : undefined;
}
