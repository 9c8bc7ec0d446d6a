import { z } from 'zod';
import { consumedReads, consumedWrites, tableDescription, tables } from '../../collectors/dynamodb.ts';
import { check, fail, pass } from '../check.ts';
import { DAYS, fixedCapacity, isVerdict, percent, useOf } from './provisioned.ts';

/** Says how much is used; what another capacity mode would save is `dynamodb-capacity-mode`'s to say. */
export const dynamodbHardlyUsed = check({
  id: 'dynamodb-hardly-used',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: tables,
  reads: [tableDescription, consumedReads, consumedWrites],
  parameters: z.object({
    /** Share of the capacity, reads and writes alike, below which a table is hardly used. */
    share: z.number().min(0).max(1).default(0.1),
  }),
  references: ['WA:COST04-BP03', 'WA:COST06-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws dynamodb update-table --table-name ${name} --provisioned-throughput ReadCapacityUnits=<units>,WriteCapacityUnits=<units>`,
  },
  judge(table, { now, parameters: { share } }) {
    const description = fixedCapacity(table, now);
    if (isVerdict(description)) return description;
    const { read, write } = useOf(table, description);
    const seen = { ReadCapacityUnits: read.provisioned, WriteCapacityUnits: write.provisioned };
    if (read.sum === 0 && write.sum === 0)
      return fail('unused', { read: read.provisioned, write: write.provisioned, days: DAYS }, { seen });
    const parameters = {
      reads: percent(read.average, read.provisioned),
      writes: percent(write.average, write.provisioned),
      days: DAYS,
    };
    return read.average < read.provisioned * share && write.average < write.provisioned * share
      ? fail('hardly-used', parameters, { seen })
      : pass('used', parameters, { seen });
  },
});
