import { join } from 'node:path';
import { app } from 'electron';
import { connect } from '../../../src/engine/transport/connect.ts';
import { launchUtility } from '../../../src/main/engine/launch.ts';
import { asFieldbookError } from '../../../src/shared/contract/errors.ts';

/** A program whose engine is a utilityProcess without a database. Says on stdout what happened, as JSON. */
void app.whenReady().then(async () => {
  const logged: string[] = [];
  const entry = join(
    process.argv.find((argument) => argument.startsWith('--out='))!.slice('--out='.length),
    'engine.cjs',
  );
  const engine = launchUtility({ entry, env: {}, log: (line) => logged.push(line) });
  const { client, ready, on } = connect(engine.port);
  const { pid } = await ready;
  const event = new Promise((resolve) => on('changed', resolve));
  const info = await client.app.info({});
  const abort = new AbortController();
  const toCancel = client.aws.whoami({ profile: 'a' }, { signal: abort.signal }).catch(codeOf);
  abort.abort();
  const cancelled = await toCancel;
  const toLose = client.aws.whoami({ profile: 'a' }).catch(codeOf);
  process.kill(pid, 'SIGKILL');
  const result = {
    own: pid !== process.pid,
    info,
    event: await event,
    cancelled,
    lost: await toLose,
    logged,
  };
  process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  app.exit(0);
});

const codeOf = (error: unknown) => asFieldbookError(error).code;
