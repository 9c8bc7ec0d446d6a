import { expect, test } from 'vitest';
import { engineEnvironment } from '../../../src/main/engine/environment.ts';

test('the engine knows who the person is in AWS and how to get out', () => {
  const env = {
    HOME: '/home/ana',
    AWS_PROFILE: 'acme',
    AWS_CONFIG_FILE: '/home/ana/config',
    HTTPS_PROXY: 'http://proxy:3128',
    https_proxy: 'http://proxy:3128',
    NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
    FIELDBOOK_HOME: '/home/ana/fieldbook',
    Path: 'C:\\Windows',
  };
  expect(engineEnvironment(env)).toEqual(env);
});

test.each(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'LD_PRELOAD', 'FIELDBOOK_PASSPHRASE', 'GITHUB_TOKEN'])(
  'the engine does not get %s',
  (name) => {
    expect(engineEnvironment({ [name]: 'x' })).toEqual({});
  },
);
