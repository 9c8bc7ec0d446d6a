import type { ReportDefinition } from '../common/definition.ts';
import { recommendationsDocument } from './document.ts';
import { gatherRecommendations } from './gather.ts';
import { blockRef, type RecommendationsInput } from './input.ts';
import { preflight } from './preflight.ts';

/** The result of the second phase: what to do, in which order, what it takes and what it brings. */
export const recommendations: ReportDefinition<RecommendationsInput> = {
  gather: gatherRecommendations,
  preflight,
  document: recommendationsDocument,
  identifiers: ({ actions }) => ({
    actions: actions.map(({ ref }) => blockRef(ref, actions)),
    findings: actions.flatMap(({ concerned }) => concerned.map(({ ref }) => ref)),
  }),
};
