/** The part of Smithy's handler type that carries a command's output. */
export type SmithyConfiguration<R> = (...args: never[]) => Promise<{ output: R }>;
