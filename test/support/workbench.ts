import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineOptions } from '../../src/engine/context.ts';
import { dispatch } from '../../src/engine/dispatch.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { type Client, clientOf } from '../../src/shared/contract/define.ts';
import { type Contract, contract } from '../../src/shared/contract/index.ts';
import type { Language } from '../../src/shared/model/languages.ts';
import type { ScanScope } from '../../src/shared/model/scan.ts';
import { sampleTagPolicy } from './sample.ts';

export const PASSPHRASE = 'correct horse battery';

/** An engine with an open engagement, asked through the contract as a window would ask it. */
export interface Workbench {
  client: Client<Contract>;
  engine: Engine;
  /** Folder of the engagement and the workspace, gone after `close`. */
  folder: string;
  /** The engagement file. */
  path: string;
  /** Closes the engagement and opens it again. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** Asks an engine as a window would, in the language of its engagement or of the call. */
export const clientWith = (engine: Engine): Client<Contract> =>
  clientOf(contract, (method, args, call) =>
    dispatch(contract, engine.handlers, method, args, { signal: new AbortController().signal, ...call }),
  );

export async function workbench({
  engine: more = {},
  ...options
}: {
  language?: Language;
  engine?: Partial<EngineOptions>;
} = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'));
  const path = join(folder, 'acme.fieldbook');
  const engine = createEngine({ env: {}, home: join(folder, 'home'), ...more });
  const client = clientWith(engine);
  await client.engagement.create({
    path,
    passphrase: PASSPHRASE,
    client: 'Acme Health',
    consultant: 'Northwind DevOps',
    tagPolicy: sampleTagPolicy,
    ...options,
  });
  return {
    client,
    engine,
    folder,
    path,
    async reopen() {
      await client.engagement.close({});
      await client.engagement.open({ path, passphrase: PASSPHRASE });
    },
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All accounts of the sample estate, as the demo scans them. */
export const sampleScope = (state: 'before' | 'after', more: Partial<ScanScope> = {}): ScanScope => ({
  profiles: [`sample:${state}`],
  organization: { roleName: 'FieldbookAudit', accounts: [] },
  regions: [],
  checks: [],
  bill: true,
  ...more,
});
