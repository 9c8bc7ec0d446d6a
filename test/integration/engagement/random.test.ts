import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/engine/store/open.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import { asFieldbookError } from '../../../src/shared/contract/errors.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import { decisionVerdicts } from '../../../src/shared/model/decision.ts';
import { recordKinds } from '../../../src/shared/model/records/index.ts';
import { PASSPHRASE, sampleScope, workbench } from '../../support/workbench.ts';

const STEPS = 1000;
/** So many steps between two looks at everything. */
const LOOK = 100;

/** What one step draws from: which action, which of the things there are, and a value. */
interface Draw {
  action: number;
  which: number;
  value: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  action: fc.nat(actionCount() - 1),
  which: fc.nat(10_000),
  value: fc.nat(10_000),
});

type Action = (client: Client<Contract>, known: Known, draw: Draw) => Promise<unknown>;

/** What can be acted on, found once. */
interface Known {
  items: string[];
  findings: number[];
  proposals: string[];
}

const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const text = (value: number) => `Note ${value}: ñ, "quotes", <b> and 日本`;

function actions(): Action[] {
  return [
    (client, { items }, { which, value }) =>
      client.checklists.answer({ item: of(items, which)!, level: (value % 5) as 0, reason: text(value) }),
    (client, { items }, { which, value }) =>
      client.checklists.answer({ item: of(items, which)!, note: text(value) }),
    (client, { items }, { which }) =>
      client.checklists.answer({ item: of(items, which)!, notApplicable: 'not-used' }),
    async (client, { findings }, { which, value }) => {
      const finding = of(findings, which)!;
      const { scopes } = await client.decisions.scopes({ finding });
      return client.decisions.decide({
        scope: of(scopes, value)!.scope,
        verdict: of(decisionVerdicts, value)!,
        reason: text(value),
        owner: 'Ana Ruiz',
        expires: value % 3 === 0 ? '2024-01-01' : null,
      });
    },
    async (client, _known, { which }) => {
      const { decisions } = await client.decisions.list({ limit: 1000 });
      const one = of(decisions, which);
      return one && client.decisions.lift({ ids: [one.id] });
    },
    (client, { findings }, { which, value }) =>
      client.comments.add({ finding: of(findings, which)!, text: text(value) }),
    (client, { proposals }, { which }) => client.recommendations.adopt({ library: [of(proposals, which)!] }),
    async (client, _known, { which, value }) => {
      const { items } = await client.roadmap.get({});
      const one = of(items, which);
      return (
        one &&
        client.roadmap.plan({ id: one.id, horizon: of(['now', 'next', 'later', null] as const, value)! })
      );
    },
    async (client, _known, { which, value }) => {
      const { systems } = await client.inventory.page({ limit: 1000 });
      const one = value % 2 ? of(systems, which) : undefined;
      const fields = { name: `System ${value}`, owner: text(which) };
      return client.inventory.save(one ? { id: one.id, fields } : { fields });
    },
    async (client, _known, { which }) => {
      const { systems } = await client.inventory.page({ limit: 1000 });
      const one = of(systems, which);
      return one && client.inventory.remove({ id: one.id });
    },
    (client, _known, { which, value }) =>
      client.evidence.addText({
        text: text(value),
        file: `capture-${which}.txt`,
      }),
    (client) => client.history.undo({}),
    (client) => client.history.undo({}),
    (client) => client.history.redo({}),
  ];
}
function actionCount(): number {
  return actions().length;
}

/** A refusal in words is an answer; a mistake of ours is not. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, message } = asFieldbookError(error);
    if (code !== 'bad-input') throw new Error(`${code}: ${message}`, { cause: error });
  }
}

/** Documents as they are in the file, and as the journal says that they are. */
function lookInto(path: string) {
  const { db, close } = openStore({ path, passphrase: PASSPHRASE, mode: 'read' });
  try {
    const records = new Map(
      db
        .all(db.q.selectFrom('record').selectAll())
        .map(({ kind, id, document }) => [`${kind} ${id}`, { kind, document }]),
    );
    const told = new Map<string, string>();
    for (const { kind, record, after } of db.all(db.q.selectFrom('journal').selectAll().orderBy('id')))
      if (after === null) told.delete(`${kind} ${record}`);
      else told.set(`${kind} ${record}`, after);
    const frozen = db
      .all(
        db.q
          .selectFrom('milestone_record')
          .innerJoin('content', 'content.id', 'milestone_record.content_id')
          .select(['milestone_id', 'kind', 'milestone_record.id', 'body'])
          .orderBy('milestone_id')
          .orderBy('kind')
          .orderBy('milestone_record.id'),
      )
      .map((row) => JSON.stringify(row));
    return { records, told, frozen };
  } finally {
    close();
  }
}

test('a thousand random steps keep every invariant', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(draw, { minLength: STEPS, maxLength: STEPS }), async (draws) => {
      const bench = await workbench();
      const { client, path } = bench;
      try {
        await client.phases.save({ phases: [{ id: 'one', kind: 'assessment' }] });
        await client.scan.start({ scope: sampleScope('before') });
        await client.checklists.adopt({ templates: ['aspects', 'devops'] });
        const { items } = await client.checklists.items({ checklist: 'devops' });
        const { findings } = await client.findings.page({ filter: { status: ['fail'] }, limit: 200 });
        const { actions: proposed } = await client.recommendations.list({});
        const known: Known = {
          items: items.map(({ item }) => item.id),
          findings: findings.map(({ id }) => id),
          proposals: proposed.flatMap(({ library }) => (library ? [library] : [])),
        };
        const all = actions();
        let frozen: string[] | undefined;
        for (const [at, one] of draws.entries()) {
          await attempt(() => all[one.action]!(client, known, one));
          if (at === STEPS / 2) {
            await client.phases.close({ phase: 'one' });
            ({ frozen } = lookInto(path));
            expect(frozen.length).toBeGreaterThan(10);
          }
          if ((at + 1) % LOOK !== 0) continue;
          const now = lookInto(path);
          // The journal tells all of what is there, and nothing else.
          expect([...now.records].map(([key, { document }]) => [key, document]).sort()).toEqual(
            [...now.told].sort(),
          );
          // Every document is what its kind says.
          for (const { kind, document } of now.records.values())
            recordKinds[kind as keyof typeof recordKinds].parse(JSON.parse(document));
          // A closed phase never changes.
          if (frozen) expect(now.frozen).toEqual(frozen);
          // What is open is counted alike everywhere.
          const { open } = await client.engagement.overview({});
          const page = await client.findings.page({
            limit: 1,
            filter: {
              status: ['fail'],
              decision: ['none', 'will-fix', 'fixed-elsewhere', 'expired'],
            },
          });
          expect(open.critical + open.high + open.medium + open.low).toBe(page.total);
        }
        // Taken back to the beginning of the session, nothing is left but what was there.
        expect(await client.storage.verify({})).toEqual({ problems: [] });
        const before = lookInto(path).records;
        await client.engagement.close({});
        await client.engagement.open({ path, passphrase: PASSPHRASE });
        expect(lookInto(path).records).toEqual(before);
      } finally {
        await bench.close();
      }
    }),
    { numRuns: 1 },
  );
});
