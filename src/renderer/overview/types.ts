import type { Client } from '../../shared/contract/define.ts';
import type { WindowContract } from '../../shared/contract/desktop.ts';

type Answer<
  D extends keyof WindowContract,
  M extends keyof WindowContract[D],
> = Client<WindowContract>[D][M] extends (...args: never[]) => Promise<infer R> ? R : never;

export type OverviewData = Answer<'engagement', 'overview'>;
export type EngagementState = OverviewData['engagement'];
export type SnapshotData = NonNullable<OverviewData['snapshot']>;
export type ScoresData = NonNullable<OverviewData['scores']>;
export type SavingsData = NonNullable<OverviewData['savings']>;
export type FindingData = OverviewData['top'][number];
export type CoverageData = Answer<'coverage', 'get'>;
export type GapData = CoverageData['gaps'][number];
