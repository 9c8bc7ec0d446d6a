import { organizationsAccountAtRoot } from './organizations-account-at-root.ts';
import { organizationsAccountStandalone } from './organizations-account-standalone.ts';
import { organizationsAccountSuspended } from './organizations-account-suspended.ts';
import { organizationsAccountUnguarded } from './organizations-account-unguarded.ts';
import { organizationsAllFeatures } from './organizations-all-features.ts';
import { organizationsManagementWorkloads } from './organizations-management-workloads.ts';
import { organizationsNoUnits } from './organizations-no-units.ts';

export const organizationsChecks = [
  organizationsAccountAtRoot,
  organizationsAccountStandalone,
  organizationsAccountSuspended,
  organizationsAccountUnguarded,
  organizationsAllFeatures,
  organizationsManagementWorkloads,
  organizationsNoUnits,
];
