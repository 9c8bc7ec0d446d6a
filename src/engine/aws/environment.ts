import type { Preferences } from '../../shared/model/preferences.ts';

type Wanted = Pick<Preferences, 'awsConfigFile' | 'awsCredentialsFile' | 'proxy' | 'caBundle'>;

/**
 * The environment of every call to AWS: the program's own, in which what somebody chose in the settings stands above
 * what the machine happens to say. One proxy is for everything but what NO_PROXY names.
 */
export function awsEnvironment(env: NodeJS.ProcessEnv, wanted: Wanted): NodeJS.ProcessEnv {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, ...rest } = env;
  const proxies = wanted.proxy
    ? { HTTPS_PROXY: wanted.proxy, HTTP_PROXY: wanted.proxy }
    : withoutUndefined({ HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy });
  return {
    ...rest,
    ...proxies,
    ...(wanted.awsConfigFile && { AWS_CONFIG_FILE: wanted.awsConfigFile }),
    ...(wanted.awsCredentialsFile && { AWS_SHARED_CREDENTIALS_FILE: wanted.awsCredentialsFile }),
    ...(wanted.caBundle && { AWS_CA_BUNDLE: wanted.caBundle }),
  };
}

const withoutUndefined = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
