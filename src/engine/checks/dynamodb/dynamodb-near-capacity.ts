import { z } from 'zod';
import { consumedReads, consumedWrites, tableDescription, tables } from '../../collectors/dynamodb.ts';
import { check, fail, pass } from '../check.ts';
import { fixedCapacity, isVerdict, percent, useOf } from './provisioned.ts';

/** The mean of a day hides its peaks: a day that used most of the capacity has been throttled in them. */
export const dynamodbNearCapacity = check({
  id: 'dynamodb-near-capacity',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: tables,
  reads: [tableDescription, consumedReads, consumedWrites],
  parameters: z.object({
    /** Share of the capacity that the busiest day used on average; 70 % is what autoscaling aims at by default. */
    share: z.number().min(0).max(1).default(0.7),
  }),
  references: ['FSBP:DynamoDB.1', 'WA:REL07-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws dynamodb update-table --table-name ${name} --billing-mode PAY_PER_REQUEST`,
    terraform: () => 'resource "aws_dynamodb_table" "<name>" {\n  billing_mode = "PAY_PER_REQUEST"\n}',
  },
  judge(table, { now, parameters: { share } }) {
    const description = fixedCapacity(table, now);
    if (isVerdict(description)) return description;
    const { read, write } = useOf(table, description);
    const seen = { ReadCapacityUnits: read.provisioned, WriteCapacityUnits: write.provisioned };
    const parameters = {
      reads: percent(read.peak, read.provisioned),
      writes: percent(write.peak, write.provisioned),
    };
    return read.peak >= read.provisioned * share || write.peak >= write.provisioned * share
      ? fail('near', parameters, { seen })
      : pass('room', parameters, { seen });
  },
});
