import { join } from 'node:path';
import { createEngine } from '../../../src/engine/engine.ts';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import type { Language } from '../../../src/shared/model/engagement.ts';
import { passphrase } from './fieldbook.ts';

export type Overview = Awaited<ReturnType<Client<Contract>['engagement']['overview']>>;

/** An engagement file made by the real engine; `scanned` fills it from the built-in sample estate. */
export async function makeEngagement(
  folder: string,
  { language = 'en', scanned }: { language?: Language; scanned: boolean },
): Promise<{ path: string; overview: Overview }> {
  const [here, there] = portPair();
  const served = serve(createEngine({ env: {}, home: folder }), there);
  const { client, stop } = connect(here);
  const path = join(folder, `acme-${language}.fieldbook`);
  await client.engagement.create({
    path,
    passphrase,
    client: 'Acme Health',
    consultant: 'Ana Ruiz',
    language,
  });
  if (scanned)
    await client.scan.start({
      scope: { profiles: ['sample:before'], organization: { roleName: 'FieldbookAudit' } },
    });
  const overview = await client.engagement.overview({});
  stop();
  await served;
  return { path, overview };
}
