/** Kinds of report that Fieldbook makes, in the order of an engagement. */
export const reportKinds = ['diagnosis', 'recommendations', 'progress'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Stages in which a report is made, in their order. */
export const reportPhases = ['gather', 'charts', 'layout', 'draw', 'proof'] as const;
export type ReportPhase = (typeof reportPhases)[number];
