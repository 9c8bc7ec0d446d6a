import { accounts } from '../../collectors/organizations.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { stateOf } from './ancestors.ts';

/** A closed account stays in the list, suspended, for 90 days; one that AWS suspended stays until somebody acts. */
export const organizationsAccountSuspended = check({
  id: 'organizations-account-suspended',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: accounts,
  references: ['WA:SEC01-BP01', 'WA:COST04-BP03'],
  effort: 'S',
  judge(member) {
    const state = stateOf(member);
    const seen = { State: state, JoinedTimestamp: member.body.JoinedTimestamp };
    if (state === 'ACTIVE') return pass('active', {}, { seen });
    if (state === 'PENDING_ACTIVATION') return notApplicable('starting', {}, { seen });
    return fail('not-active', { state }, { seen });
  },
});
