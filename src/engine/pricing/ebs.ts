import Big from 'big.js';
import type { PriceBook } from './price-book.ts';

export interface VolumeShape {
  type: string;
  /** GiB */
  size: number;
  iops?: number | undefined;
  /** MiB/s */
  throughput?: number | undefined;
}

const GP3_FREE_IOPS = 3000;
const GP3_FREE_MIBPS = 125;

/** gp2's baseline: 3 IOPS per GiB between 100 and 16,000 (EBS user guide, general purpose volumes). */
export const gp2Iops = (size: number): number => Math.min(16_000, Math.max(100, 3 * size));

/** gp2's highest throughput in MiB/s: 128 up to 170 GiB, 250 above (same source). */
export const gp2Throughput = (size: number): number => (size <= 170 ? 128 : 250);

/** What a volume costs a month, all components; undefined when one price is unknown. */
export function volumeCost(prices: PriceBook, region: string, volume: VolumeShape): Big | undefined {
  const price = (item: string) => prices.price(region, `ebs.${volume.type}.${item}`);
  const storage = price('gb-month')?.times(volume.size);
  if (!storage) return undefined;
  const iops = volume.iops ?? 0;
  switch (volume.type) {
    case 'gp3':
      return sum(
        storage,
        price('iops-month')?.times(Math.max(0, iops - GP3_FREE_IOPS)),
        price('mibps-month')?.times(Math.max(0, (volume.throughput ?? GP3_FREE_MIBPS) - GP3_FREE_MIBPS)),
      );
    case 'io1':
      return sum(storage, price('iops-month')?.times(iops));
    case 'io2':
      return sum(
        storage,
        price('iops-month')?.times(Math.min(iops, 32_000)),
        price('iops-month.above-32000')?.times(Math.max(0, Math.min(iops, 64_000) - 32_000)),
        price('iops-month.above-64000')?.times(Math.max(0, iops - 64_000)),
      );
    default:
      return storage;
  }
}

const sum = (...parts: (Big | undefined)[]): Big | undefined =>
  parts.reduce<Big | undefined>((total, part) => total && part && total.plus(part), new Big(0));

/** The gp3 volume that is never slower than a gp2 volume of the size. */
export const gp3Parity = (size: number): VolumeShape => ({
  type: 'gp3',
  size,
  iops: Math.max(GP3_FREE_IOPS, gp2Iops(size)),
  throughput: Math.max(GP3_FREE_MIBPS, gp2Throughput(size)),
});
