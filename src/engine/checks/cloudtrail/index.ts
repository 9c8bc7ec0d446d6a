import { cloudtrailLogValidation } from './cloudtrail-log-validation.ts';
import { cloudtrailMultiRegion } from './cloudtrail-multi-region.ts';
import { cloudtrailNotDelivering } from './cloudtrail-not-delivering.ts';
import { cloudtrailWithoutKms } from './cloudtrail-without-kms.ts';

export const cloudtrailChecks = [
  cloudtrailMultiRegion,
  cloudtrailLogValidation,
  cloudtrailWithoutKms,
  cloudtrailNotDelivering,
];
