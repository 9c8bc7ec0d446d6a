import { consumedReads, consumedWrites, tableDescription, tables } from '../../collectors/dynamodb.ts';
import { onDemandCost, perMonth, provisionedCost } from '../../pricing/dynamodb.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, manual, notApplicable, pass, unknown } from '../check.ts';
import { DAYS, fixedCapacity, isVerdict, percent, useOf } from './provisioned.ts';

/**
 * On demand is paid by the request and needs no peaks to be known; the other way round they must be, hour by hour,
 * so tables on demand are not judged. At list price the two cost the same at 28.9 % of use, reads and writes alike.
 */
export const dynamodbCapacityMode = check({
  id: 'dynamodb-capacity-mode',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: tables,
  reads: [tableDescription, consumedReads, consumedWrites],
  references: ['WA:COST09-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws dynamodb update-table --table-name ${name} --billing-mode PAY_PER_REQUEST`,
    terraform: () => 'resource "aws_dynamodb_table" "<name>" {\n  billing_mode = "PAY_PER_REQUEST"\n}',
  },
  judge(table, { now, prices }) {
    const description = fixedCapacity(table, now);
    if (isVerdict(description)) return description;
    if (description.TableClassSummary?.TableClass === 'STANDARD_INFREQUENT_ACCESS')
      return notApplicable('infrequent-access');
    if (description.Replicas?.length) return notApplicable('global-table');
    const indexes = description.GlobalSecondaryIndexes?.length ?? 0;
    if (indexes > 0) return manual('indexes', { count: indexes });
    const { read, write } = useOf(table, description);
    const provisioned = provisionedCost(prices, table.region, {
      read: read.provisioned,
      write: write.provisioned,
    });
    const onDemand = onDemandCost(prices, table.region, {
      read: perMonth(read.sum, DAYS),
      write: perMonth(write.sum, DAYS),
    });
    if (!provisioned || !onDemand) return unknown('price-unknown', { region: table.region });
    const parameters = {
      provisioned: micros(provisioned),
      onDemand: micros(onDemand),
      reads: percent(read.average, read.provisioned),
      writes: percent(write.average, write.provisioned),
    };
    const seen = { ReadCapacityUnits: read.provisioned, WriteCapacityUnits: write.provisioned };
    const gain = saving(prices, provisioned.minus(onDemand), {
      basis: `${read.provisioned} RCU and ${write.provisioned} WCU to requests of the last ${DAYS} days`,
      effort: 'S',
      restart: false,
      confidence: 'medium',
      action: 'configure',
      advisory: 'commitments-not-read',
    });
    return gain
      ? fail('on-demand-cheaper', parameters, { seen, saving: gain })
      : pass('provisioned-cheaper', parameters, { seen });
  },
});
