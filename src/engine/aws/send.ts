import type { Service } from './services.ts';

/** One call to AWS, as a collector declares it. */
export interface Call {
  account: string;
  region: string;
  service: Service;
  operation: string;
  input: Record<string, unknown>;
}

/** Sends a call and gives the SDK's output; throws errors shaped as the SDK's (name, message, $metadata). */
export type Send = (call: Call, signal: AbortSignal) => Promise<unknown>;
