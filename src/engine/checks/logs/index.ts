import { logGroupEmpty } from './log-group-empty.ts';
import { logGroupWithoutRetention } from './log-group-without-retention.ts';

export const logsChecks = [logGroupWithoutRetention, logGroupEmpty];
