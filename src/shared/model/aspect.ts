/** The eight aspects of an assessment, in the order in which they are reported. */
export const aspects = [
  'dimension',
  'resources',
  'scalability',
  'networking',
  'resource-usage',
  'cost-optimization',
  'security-compliance',
  'best-practices',
] as const;

export type Aspect = (typeof aspects)[number];
