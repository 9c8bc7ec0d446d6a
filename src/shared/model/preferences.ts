import { z } from 'zod';

const path = z.string().trim().min(1).max(4096).nullable().default(null);

/** What the engine has to know of this machine and this person; kept in the workspace, never in an engagement. */
export const preferencesSchema = z.object({
  /** Null: AWS_CONFIG_FILE, else ~/.aws/config. */
  awsConfigFile: path,
  /** Null: AWS_SHARED_CREDENTIALS_FILE, else ~/.aws/credentials. */
  awsCredentialsFile: path,
  /** Address of a proxy, such as http://proxy.acme.example:8080. Null: HTTPS_PROXY and its kin. */
  proxy: path,
  /** Certificates of the client's own authority, PEM. Null: AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS. */
  caBundle: path,
  /** Who is at this machine: signs decisions, comments and all that is written. Null: the engagement's consultant. */
  person: z.string().trim().min(1).max(200).nullable().default(null),
  /** Nothing is asked of the network that nobody has agreed to. */
  checkForUpdates: z.boolean().default(false),
  /** Where the last report was saved, and where the next is offered to be. */
  reportFolder: path,
});
export type Preferences = z.infer<typeof preferencesSchema>;
export type PreferenceName = keyof Preferences;
