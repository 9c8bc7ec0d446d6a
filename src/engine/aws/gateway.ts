import type { Send } from './send.ts';

/** How to get into one account: with a profile as it is, or through a role that the profile may assume. */
export interface AccountTarget {
  profile: string;
  /** Set when another account is entered through a role. */
  assume?: { account: string; roleArn: string };
}

export interface EnteredAccount {
  account: string;
  partition: string;
  /** ARN of who we are there. */
  caller: string;
  target: AccountTarget;
}

export interface OrganizationAccount {
  id: string;
  name: string;
  status: string;
}

/** A way into AWS: the real one over profiles, or the sample estate. */
export interface Gateway {
  send: Send;
  /**
   * Settles when the session of an account can be used. Renewing it may ask a person for an MFA code, which takes as
   * long as it takes, while a call by `send` has seconds. Left out where nobody is ever asked.
   */
  ready?(account: string, signal: AbortSignal): Promise<void>;
  /**
   * Signs in to an account and keeps the session for `send`. Entering again builds a new credential provider,
   * since the SDK remembers a failed one. Throws FieldbookError.
   */
  enter(target: AccountTarget, signal: AbortSignal): Promise<EnteredAccount>;
  /** Region where the profile starts when it is asked who it is. */
  homeRegion(profile: string): Promise<string>;
  close(): void;
}
