import { cloudwatchAlarmInsufficientData } from './cloudwatch-alarm-insufficient-data.ts';
import { cloudwatchAlarmWithoutAction } from './cloudwatch-alarm-without-action.ts';

export const cloudwatchChecks = [cloudwatchAlarmWithoutAction, cloudwatchAlarmInsufficientData];
