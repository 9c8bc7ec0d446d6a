import { z } from 'zod';
import { addresses, instances, natGateways, regions, volumes } from '../../collectors/ec2.ts';
import { loadBalancers } from '../../collectors/elbv2.ts';
import type { AnyListing } from '../../collectors/read.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import type { Estate } from '../estate.ts';

/** What a person makes on purpose and pays for; default networks are in every region unasked. */
const counted: AnyListing[] = [instances, volumes, addresses, natGateways, loadBalancers];

const countIn = (estate: Estate, account: string, region: string): number =>
  counted.reduce((total, listing) => total + estate.count(listing, { account, region }), 0);

/** A region with a handful of resources in an account that lives elsewhere: a forgotten trial, or somebody else's. */
export const regionStray = check({
  id: 'region-stray',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: regions,
  reads: counted,
  parameters: z.object({
    /** More resources than this are no stray ones. */
    handful: z.number().int().positive().default(5),
    /** Share of the account's resources that a stray region holds at most. */
    share: z.number().positive().max(1).default(0.1),
  }),
  references: ['WA:COST04-BP01'],
  effort: 'S',
  judge({ account, region }, { estate, parameters }) {
    const scanned = estate.regions();
    if (!scanned.includes(region)) return notApplicable('not-scanned');
    const own = countIn(estate, account, region);
    if (own === 0) return notApplicable('empty');
    const seen = { resources: own };
    if (own > parameters.handful) return pass('at-home', { resources: own }, { seen });
    // Counts on only until the share is sure, so that one region that was not read does not hide a plain case.
    let total = own;
    for (const other of scanned) {
      if (total * parameters.share >= own) break;
      if (other !== region) total += countIn(estate, account, other);
    }
    return total * parameters.share >= own
      ? fail('stray', { resources: own, total }, { seen })
      : pass('small-account', { resources: own, total }, { seen });
  },
});
