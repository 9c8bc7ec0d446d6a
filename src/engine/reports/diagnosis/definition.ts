import type { ReportDefinition } from '../common/definition.ts';
import { diagnosisDocument } from './document.ts';
import { gatherDiagnosis } from './gather.ts';
import type { DiagnosisInput } from './input.ts';
import { preflight } from './preflight.ts';

/** The official result of an assessment: every finding, resource and gap of one snapshot. */
export const diagnosis: ReportDefinition<DiagnosisInput> = {
  gather: gatherDiagnosis,
  preflight,
  document: diagnosisDocument,
  identifiers: ({ findings, resources }) => ({
    findings: findings.map(({ ref }) => ref),
    resources: resources.map(({ arn }) => arn),
  }),
};
