import { serviceQuotaNearLimit } from './service-quota-near-limit.ts';

export const quotaChecks = [serviceQuotaNearLimit];
