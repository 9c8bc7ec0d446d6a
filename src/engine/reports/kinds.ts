import type { ReportKind } from '../../shared/model/report.ts';
import type { ReportDefinition } from './common/definition.ts';
import type { ReportInput } from './common/input.ts';
import { diagnosis } from './diagnosis/definition.ts';
import { progress } from './progress/definition.ts';
import { recommendations } from './recommendations/definition.ts';

/** The report of each kind. */
export const definitions = { diagnosis, recommendations, progress } satisfies Record<ReportKind, object>;

/** What a report of a kind is made of. */
export type InputOf<Kind extends ReportKind> = Awaited<ReturnType<(typeof definitions)[Kind]['gather']>>;

/** The definition for whoever takes its input from it, and so need not know the kind. */
export const definitionOf = (kind: ReportKind): ReportDefinition<ReportInput> =>
  definitions[kind] as unknown as ReportDefinition<ReportInput>;
