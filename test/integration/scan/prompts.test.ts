import { expect, test } from 'vitest';
import { volumes } from '../../../src/engine/collectors/ec2.ts';
import { Prompts } from '../../../src/engine/prompts.ts';
import { resumeScan, type ScanOptions, startScan } from '../../../src/engine/snapshot/scan.ts';
import { openStore } from '../../../src/engine/store/open.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { scopeSchema } from '../../../src/shared/model/scan.ts';
import { type FakeAws, fakeAws, sdkError, volumePages } from '../../support/fake-aws.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** An account whose session runs out at the fourth call, and lets in again whoever has signed in. */
function expiring(): { aws: FakeAws; signIn: () => void } {
  let expired = false;
  let signedIn = false;
  const aws = fakeAws({
    'ec2:DescribeVolumes': (call, nth) => {
      if (nth === 4 && !signedIn) expired = true;
      if (expired) throw sdkError('ExpiredToken', 'The security token included in the request is expired');
      return volumePages(4, 5)(call, nth);
    },
  });
  const { enter } = aws;
  aws.enter = async (target, signal) => {
    if (expired) throw new FieldbookError('sign-in-needed', 'The session has run out.', 'Sign in.');
    return enter(target, signal);
  };
  return {
    aws,
    signIn: () => {
      signedIn = true;
      expired = false;
    },
  };
}

function scanning(patience: number, onPrompt: (prompts: Prompts) => void) {
  const store = openStore({
    path: `${temporaryFolder()}/a.fieldbook`,
    passphrase: 'correct horse',
    mode: 'create',
  });
  const prompts: Prompts = new Prompts((event) => event === 'prompt' && onPrompt(prompts), patience);
  const { signal } = new AbortController();
  const { aws, signIn } = expiring();
  const options: ScanOptions = {
    db: store.db,
    gateway: aws,
    reads: [volumes],
    salt: 'salt',
    signal,
    askSignIn: (account, profile) => prompts.signIn({ account, profile, command: null }, signal),
  };
  return { options, signIn, prompts };
}

const scope = scopeSchema.parse({ profiles: ['client'] });

test('who says to have signed in goes on with the scan in the same run', async () => {
  const { options, signIn } = scanning(60_000, (prompts) => {
    signIn();
    prompts.answer(prompts.open[0]!.id, { kind: 'signed-in' });
  });
  expect(await startScan(scope, options)).toMatchObject({ state: 'complete', pause: null });
});

test('when nobody answers the scan pauses, keeps what it read and goes on later', async () => {
  const { options, signIn, prompts } = scanning(20, () => {});
  const paused = await startScan(scope, options);
  expect(paused).toMatchObject({ state: 'paused', pause: { code: 'sign-in-needed' } });
  expect(prompts.open).toEqual([]);
  signIn();
  expect(await resumeScan(options)).toMatchObject({ state: 'complete', snapshot: paused.snapshot });
});

test('who declines pauses the scan at once', async () => {
  const { options } = scanning(60_000, (prompts) =>
    prompts.answer(prompts.open[0]!.id, { kind: 'cancelled' }),
  );
  expect(await startScan(scope, options)).toMatchObject({ state: 'paused' });
});
