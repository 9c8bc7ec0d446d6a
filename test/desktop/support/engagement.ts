import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { serve } from '../../../src/engine/serve.ts';
import { connect } from '../../../src/engine/transport/connect.ts';
import { portPair } from '../../../src/engine/transport/in-process.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import type { Language } from '../../../src/shared/model/languages.ts';
import { sampleEngagement, sampleScope } from '../../../src/shared/model/sample.ts';
import { fillSample } from '../../../src/shared/sample/index.ts';
import { closeSampleDiagnosis, planSamplePhases } from '../../../src/shared/sample/phases.ts';
import { passphrase } from './fieldbook.ts';

/** Fills an engagement with the whole of the sample: three phases, both states of its estate. */
export async function theSample(client: Client<Contract>): Promise<void> {
  const { consultant, scope, tagPolicy } = sampleEngagement;
  const { language } = (await client.engagement.overview({})).engagement;
  await client.engagement.update({ consultant, scope: scope[language] });
  await client.engagement.setTagPolicy({ tagPolicy });
  const logo = readFileSync(join(root, 'resources/sample/acme-health.svg'));
  await client.engagement.setLogo({ base64: logo.toString('base64') });
  await fillSample(client, { scan: (state) => client.scan.start({ scope: sampleScope(state) }) });
}

export type Overview = Awaited<ReturnType<Client<Contract>['engagement']['overview']>>;

/**
 * An engagement file made by the real engine; `scanned` fills it from the built-in sample estate, `compared` scans its
 * second state as well. `phases`: with the phases of the sample, the first closed between the two
 * scans, and one check switched off since.
 */
export async function makeEngagement(
  folder: string,
  {
    language = 'en',
    scanned,
    compared = false,
    phases = false,
    file = `acme-${language}.fieldbook`,
    fill,
  }: {
    language?: Language;
    scanned: boolean;
    compared?: boolean;
    phases?: boolean;
    /** Its name in the folder. */
    file?: string;
    /** Writes into it what people would have written. */
    fill?: (client: Client<Contract>) => Promise<void>;
  },
): Promise<{ path: string; overview: Overview }> {
  const [here, there] = portPair();
  const served = serve(createEngine({ env: {}, home: folder }), there);
  const { client, stop } = connect(here);
  const path = join(folder, file);
  await client.engagement.create({
    path,
    passphrase,
    client: 'Acme Health',
    consultant: 'Ana Ruiz',
    language,
    sample: true,
  });
  if (phases) await planSamplePhases(client);
  const states = scanned ? ['sample:before', ...(compared || phases ? ['sample:after'] : [])] : [];
  for (const profile of states) {
    await client.scan.start({ scope: { profiles: [profile], organization: { roleName: 'FieldbookAudit' } } });
    if (phases) await closeSampleDiagnosis(client);
  }
  if (phases)
    await client.checks.configure({
      settings: [{ check: 's3-bucket-versioning', off: 'Agreed', severity: null, parameters: null }],
    });
  await fill?.(client);
  const overview = await client.engagement.overview({});
  stop();
  await served;
  return { path, overview };
}
