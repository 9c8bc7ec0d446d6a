/** Kinds of report that Fieldbook makes, in the order of an engagement. */
export const reportKinds = ['diagnosis', 'recommendations', 'progress'] as const;
export type ReportKind = (typeof reportKinds)[number];
