import type { Client } from '../../shared/contract/define.ts';
import type { WindowContract } from '../../shared/contract/desktop.ts';

type WindowClient = Client<WindowContract>;
export type Domain = keyof WindowContract;
export type Method<D extends Domain> = keyof WindowContract[D] & string;

/** What a call of the contract takes and gives, by its name. */
export type Args<D extends Domain, M extends Method<D>> = WindowClient[D][M] extends (
  args: infer A,
  ...rest: never[]
) => unknown
  ? A
  : never;
export type Answer<D extends Domain, M extends Method<D>> = WindowClient[D][M] extends (
  ...args: never[]
) => Promise<infer R>
  ? R
  : never;

export type OverviewData = Answer<'engagement', 'overview'>;
export type EngagementState = OverviewData['engagement'];
export type SnapshotData = NonNullable<OverviewData['snapshot']>;
export type ScoresData = NonNullable<OverviewData['scores']>;
export type SavingsData = NonNullable<OverviewData['savings']>;
export type FindingData = OverviewData['top'][number];
export type CoverageData = Answer<'coverage', 'get'>;
export type GapData = CoverageData['gaps'][number];
