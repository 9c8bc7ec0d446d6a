import { expect, test } from 'vitest';
import { awsEnvironment } from '../../../src/engine/aws/environment.ts';

const nothing = { awsConfigFile: null, awsCredentialsFile: null, proxy: null, caBundle: null };

test('where nothing is set, the environment is the program’s own', () => {
  const env = { AWS_PROFILE: 'x', https_proxy: 'http://old:1', AWS_CONFIG_FILE: '/a' };
  expect(awsEnvironment(env, nothing)).toEqual(env);
});

test('what is set stands above what the machine says', () => {
  const env = awsEnvironment(
    { AWS_CONFIG_FILE: '/old', AWS_CA_BUNDLE: '/old.pem', NO_PROXY: 'localhost' },
    {
      awsConfigFile: '/new/config',
      awsCredentialsFile: '/new/credentials',
      proxy: 'http://proxy:8080',
      caBundle: '/new.pem',
    },
  );
  expect(env).toEqual({
    AWS_CONFIG_FILE: '/new/config',
    AWS_SHARED_CREDENTIALS_FILE: '/new/credentials',
    AWS_CA_BUNDLE: '/new.pem',
    HTTPS_PROXY: 'http://proxy:8080',
    HTTP_PROXY: 'http://proxy:8080',
    NO_PROXY: 'localhost',
  });
});

test('a proxy that is set leaves none of the machine’s in either spelling', () => {
  const env = awsEnvironment(
    { https_proxy: 'http://old:1', http_proxy: 'http://old:1' },
    { ...nothing, proxy: 'http://new:2' },
  );
  expect(Object.values(env)).not.toContain('http://old:1');
});
