import { fromIni, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider, MiddlewareStack } from '@smithy/types';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { cannot } from '../cannot.ts';
import { explain } from './explain.ts';
import { awsFiles } from './files.ts';
import type { AccountTarget, Gateway } from './gateway.ts';
import { type AllowList, assertAllowed } from './guard.ts';
import { requestHandler } from './network.ts';
import { patience } from './patience.ts';
import type { Profile } from './profile.ts';
import { environmentKeys, requireProfile, usesEnvironment } from './profiles.ts';
import type { Call } from './send.ts';
import { type Output, type Service, services } from './services.ts';

export interface RealOptions {
  env: NodeJS.ProcessEnv;
  allowed: AllowList;
  /** Scopes an assumed role down to the reads of the scan; JSON of an IAM policy. */
  sessionPolicy?: string;
  /** Asks a person for the code of an MFA device; without it, profiles with MFA are refused with an explanation. */
  askMfa?: (serial: string, profile: string) => Promise<string>;
  /** Shown in the client's CloudTrail as the session's name. */
  sessionName?: string;
  /** Longest silence of an answer, in milliseconds. */
  timeout?: number;
}

interface Session {
  credentials: AwsCredentialIdentityProvider;
  profile: Profile;
  clients: Map<string, AnyClient>;
}

/** The part of an SDK client that is used here; each service's client has it. */
interface AnyClient {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<Answer>;
  middlewareStack: MiddlewareStack<object, object>;
}

interface Answer {
  $metadata: { requestId?: string };
}

type Constructor<T> = new (input: object) => T;

/** AWS itself, through the consultant's local profiles. */
export function realGateway(options: RealOptions): Gateway {
  const sessions = new Map<string, Session>();
  const handlers = new Map<string, NodeHttpHandler>();

  const handlerOf = (profile: Profile): NodeHttpHandler => {
    const key = profile.caBundle ?? '';
    const handler =
      handlers.get(key) ?? requestHandler(options.env, profile.caBundle, options.timeout ?? patience.timeout);
    handlers.set(key, handler);
    return handler;
  };

  async function clientOf(session: Session, service: Service, region: string): Promise<AnyClient> {
    const key = `${service}|${region}`;
    const known = session.clients.get(key);
    if (known) return known;
    const module = (await services[service]()) as unknown as { Client: Constructor<AnyClient> };
    const client = new module.Client({
      region,
      credentials: session.credentials,
      requestHandler: handlerOf(session.profile),
      // One try each: `attempt` knows of the rate limits and of the other clients.
      maxAttempts: 1,
      ...onlyThis(session.profile),
      ...(session.profile.endpointUrl && endpoint(service, session.profile.endpointUrl)),
      ...(service === 's3' && { followRegionRedirects: true }),
    });
    client.middlewareStack.add(
      (next, context) => async (args) => {
        assertAllowed(options.allowed, service, (context.commandName ?? '').replace(/Command$/, ''));
        return next(args);
      },
      { step: 'initialize', name: 'fieldbookReadOnlyGuard', priority: 'high' },
    );
    session.clients.set(key, client);
    return client;
  }

  async function call(
    session: Session,
    { service, region, operation, input }: Omit<Call, 'account'>,
    signal: AbortSignal,
  ) {
    assertAllowed(options.allowed, service, operation);
    const module = (await services[service]()) as unknown as Record<string, Constructor<object>>;
    const Command = module[`${operation}Command`];
    if (!Command) throw new Error(`src/engine/aws/services/${service}.ts does not name ${operation}`);
    const client = await clientOf(session, service, region);
    const output = await client.send(new Command(input), { abortSignal: signal });
    if (isBlank(output)) throw new SyntaxError(`${service} ${operation} was answered with nothing`);
    return output;
  }

  return {
    async send(request, signal) {
      const session = sessions.get(request.account);
      if (!session) throw new Error(`Account ${request.account} was not entered`);
      return call(session, request, signal);
    },

    async ready(account, signal) {
      const session = sessions.get(account);
      if (session) await untilAborted(session.credentials(), signal);
    },

    async enter(target, signal) {
      const profile = await requireProfile(target.profile, options.env);
      const session: Session = {
        credentials: shared(credentialsOf(profile, target, options, handlerOf(profile))),
        profile,
        clients: new Map(),
      };
      const region = homeOf(profile, options.env);
      const ask = { service: 'sts', region, operation: 'GetCallerIdentity', input: {} } as const;
      try {
        const { Account, Arn } = (await call(session, ask, signal)) as Output<'sts', 'GetCallerIdentity'>;
        if (!Account || !Arn?.startsWith('arn:')) throw new SyntaxError('it does not say who asks');
        sessions.set(Account, session);
        return { account: Account, partition: Arn.split(':')[1]!, caller: Arn, target };
      } catch (error) {
        throw explain(error, target, { ...profile.source, endpointUrl: profile.endpointUrl });
      }
    },

    async homeRegion(profile) {
      return homeOf(await requireProfile(profile, options.env), options.env);
    },

    close() {
      for (const handler of handlers.values()) handler.destroy();
      sessions.clear();
    },
  };
}

function credentialsOf(
  profile: Profile,
  target: AccountTarget,
  options: RealOptions,
  handler: NodeHttpHandler,
): AwsCredentialIdentityProvider {
  const region = homeOf(profile, options.env);
  const client = {
    requestHandler: handler,
    ...onlyThis(profile),
    ...(profile.endpointUrl && { endpoint: profile.endpointUrl }),
  };
  const files = awsFiles(options.env);
  const signIn = (name: string) =>
    fromIni({
      profile: name,
      filepath: files.credentials,
      configFilepath: files.config,
      ignoreCache: true,
      // Without a region: sign-in services live where the sso-session says, which need not be the profile's region.
      clientConfig: client,
      parentClientConfig: { region },
      mfaCodeProvider: async (serial) => {
        if (!options.askMfa) throw mfaNeeded(profile, serial);
        return options.askMfa(serial, profile.name);
      },
    });
  const base = usesEnvironment(profile.name, options.env)
    ? async () => environmentKeys(options.env)!
    : async () => {
        if (failsUnheard(profile)) await signIn(profile.source.profile)();
        return signIn(profile.name)();
      };
  if (!target.assume) return base as AwsCredentialIdentityProvider;
  return fromTemporaryCredentials({
    masterCredentials: base as AwsCredentialIdentityProvider,
    clientConfig: { ...client, region },
    params: {
      RoleArn: target.assume.roleArn,
      RoleSessionName: options.sessionName ?? 'fieldbook-assessment',
      DurationSeconds: 3600,
      ...(options.sessionPolicy && { Policy: options.sessionPolicy }),
    },
  }) as AwsCredentialIdentityProvider;
}

/**
 * The SDK signs a source in while a person types the MFA code, and listens to it only then: one that fails before would
 * end this process. Such a source is tried first, so that nobody types a code for nothing either.
 */
const failsUnheard = ({ name, source }: Profile): boolean =>
  source.mfa && source.profile !== name && source.kind !== 'keys';

const endpoint = (service: Service, url: string): object => {
  switch (service) {
    // An emulator has one host name for all buckets and accounts.
    case 's3':
      return { endpoint: url, forcePathStyle: true };
    case 's3-control':
      return { endpointProvider: () => ({ url: new URL(url) }), disableHostPrefix: true };
    default:
      return { endpoint: url };
  }
};

/**
 * The SDK makes an empty answer of a foreign page of HTML, which would read as 'there is none of it'. AWS gives each
 * answer an id, also an empty one.
 */
const isBlank = (answer: Answer): boolean =>
  Object.keys(answer).every((key) => key === '$metadata') && answer.$metadata.requestId === undefined;

/** Credentials are renewed when they are as near to their end as this, as the SDK does. */
const RENEW_MS = 5 * 60_000;

/** One sign-in for all clients of a session: each would otherwise take the role, or ask for an MFA code, by itself. */
function shared(provider: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  let latest: ReturnType<AwsCredentialIdentityProvider> | undefined;
  return async (properties) => {
    const seen = latest;
    const known = await seen?.catch(() => undefined);
    const left = (known?.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
    if (known && left > RENEW_MS) return known;
    // Whoever comes first renews; the others wait for the same answer.
    if (latest === seen) latest = provider(properties);
    return latest!;
  };
}

/** Whoever stops a scan does not wait for the person who is asked for a code. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Keeps what the files say of the profile `default`, such as its endpoint_url, out of the calls of another one. */
const onlyThis = (profile: Profile): object => ({
  profile: profile.name,
  ignoreConfiguredEndpointUrls: true,
});

const homeOf = (profile: Profile, env: NodeJS.ProcessEnv): string =>
  profile.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';

const mfaNeeded = (profile: Profile, serial: string): FieldbookError =>
  cannot('mfa-needed', 'aws.mfaAsked', { profile: profile.name, serial });
