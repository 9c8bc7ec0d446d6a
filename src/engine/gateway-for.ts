import { signInCommand } from './aws/profile.ts';
import { requireProfile } from './aws/profiles.ts';
import type { Read } from './collectors/read.ts';
import type { EngineContext } from './context.ts';
import { type OpenedGateway, openGateway } from './gateways.ts';

export interface PersonalGateway extends OpenedGateway {
  askSignIn: (account: string, profile: string) => Promise<boolean>;
}

/**
 * The way into what a profile stands for, with somebody behind it to type a code or sign in: at the terminal that the
 * engine was started from, or at the window, by prompts. Where there is neither, what needs a person is refused.
 */
export async function gatewayFor(
  { options, prompts, aws }: EngineContext,
  profile: string,
  reads: readonly Read[],
  signal: AbortSignal,
): Promise<PersonalGateway> {
  const { env } = aws();
  const { sampleDelay } = options;
  const askMfa =
    options.askMfa ??
    (prompts && ((serial: string, profile: string) => prompts.mfa(serial, profile, signal)));
  const opened = await openGateway(profile, reads, {
    env,
    ...(askMfa && { askMfa }),
    ...(sampleDelay !== undefined && { sampleDelay }),
  });
  return {
    ...opened,
    askSignIn: async (account, profile) => {
      if (options.askSignIn) return options.askSignIn(account, profile);
      if (!prompts) return false;
      const command = signInCommand(await requireProfile(profile, env));
      return prompts.signIn({ account, profile, command }, signal);
    },
  };
}
