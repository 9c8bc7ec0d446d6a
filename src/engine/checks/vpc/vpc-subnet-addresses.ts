import { z } from 'zod';
import { subnets } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** AWS keeps the first four addresses and the last one of every subnet. */
const RESERVED = 5;

export const vpcSubnetAddresses = check({
  id: 'vpc-subnet-addresses',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: subnets,
  parameters: z.object({
    /** Share of the usable addresses that must be free. */
    free: z.number().positive().max(1).default(0.1),
  }),
  references: ['WA:REL02-BP03'],
  effort: 'M',
  judge({ account, body }, { parameters }) {
    const { AvailableIpAddressCount: free, CidrBlock: cidr = '', OwnerId: owner } = body;
    if (owner && owner !== account) return notApplicable('shared', { owner });
    if (body.Ipv6Native || free === undefined) return notApplicable('ipv6-only');
    const usable = 2 ** (32 - Number(cidr.split('/')[1])) - RESERVED;
    const facts = { free, usable, cidr };
    const seen = { CidrBlock: cidr, AvailableIpAddressCount: free };
    return free < usable * parameters.free
      ? fail('nearly-full', facts, { seen })
      : pass('room', facts, { seen });
  },
});
