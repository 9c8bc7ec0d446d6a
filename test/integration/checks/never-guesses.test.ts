import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Limiter } from '../../../src/engine/aws/limiter.ts';
import { patience } from '../../../src/engine/aws/patience.ts';
import type { Check } from '../../../src/engine/checks/check.ts';
import { checks } from '../../../src/engine/checks/index.ts';
import { type Judged, judge, readsOf } from '../../../src/engine/checks/judge.ts';
import type { Read } from '../../../src/engine/collectors/read.ts';
import { openGateway } from '../../../src/engine/gateways.ts';
import { readPlan } from '../../../src/engine/snapshot/plan.ts';
import { startScan } from '../../../src/engine/snapshot/scan.ts';
import type { SnapshotSource } from '../../../src/engine/snapshot/source.ts';
import { storeSource } from '../../../src/engine/snapshot/store-source.ts';
import { openStore } from '../../../src/engine/store/open.ts';
import type { ReadFailure } from '../../../src/shared/model/outcome.ts';
import { scopeSchema } from '../../../src/shared/model/scan.ts';
import { prices } from '../../support/estate.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { failing } from '../../support/overlay.ts';
import { sampleTagPolicy } from '../../support/sample.ts';

/**
 * The promise of the product: what could not be read is never judged. Goes over every check there is, takes away
 * each of its reads in turn, and accepts neither pass nor fail where the verdict rested on it. New checks are
 * covered without a line here.
 */
const failures: ReadFailure[] = [
  {
    outcome: 'denied',
    code: 'AccessDenied',
    message: 'no identity-based policy allows it',
    denial: 'identity-policy',
  },
  { outcome: 'throttled', code: 'Throttling', message: 'Rate exceeded' },
  {
    outcome: 'expired',
    code: 'ExpiredToken',
    message: 'The security token included in the request is expired',
  },
];

const allReads = [...new Set(checks.flatMap((check) => [...readsOf(check)]))];
const plan = readPlan(allReads);
const cached = (source: SnapshotSource): SnapshotSource => {
  const rows = new Map<string, ReturnType<SnapshotSource['resources']>>();
  return {
    ...source,
    resources(listing, place) {
      const key = `${listing.id}|${place.account}|${place.region}`;
      const found = rows.get(key) ?? source.resources(listing, place);
      rows.set(key, found);
      return found;
    },
  };
};

let estates: SnapshotSource[];

beforeAll(async () => {
  estates = [];
  for (const state of ['before', 'after'] as const) {
    const { gateway, now, rates } = await openGateway(`sample:${state}`, allReads, { env: {} });
    const store = openStore({
      path: join(temporaryFolder(), 'a.fieldbook'),
      passphrase: 'correct horse',
      mode: 'create',
    });
    await startScan(
      scopeSchema.parse({ profiles: [`sample:${state}`], organization: { roleName: 'FieldbookAudit' } }),
      {
        db: store.db,
        gateway,
        reads: allReads,
        salt: 'salt',
        limiter: new Limiter(patience.clock, rates.normal),
        signal: new AbortController().signal,
        ...(now && { now }),
      },
    );
    estates.push(cached(storeSource(store.db, 1, plan)));
  }
}, 120_000);

const key = ({ subject, verdict }: Judged) =>
  `${subject.account}|${subject.region}|${subject.arn}|${verdict.subKey ?? ''}`;
const judged = (source: SnapshotSource, check: Check): Judged[] => [
  ...judge({ source, checks: [check], prices, tagPolicy: sampleTagPolicy }),
];
const speaks = ({ verdict }: Judged) => verdict.status === 'pass' || verdict.status === 'fail';

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  test('judges the sample estate', () => {
    expect(estates.flatMap((estate) => judged(estate, check)).some(speaks)).toBe(true);
  });

  test.each([...readsOf(check)].map((read) => [read.id, read] as const))(
    'never guesses without %s',
    (_read, read: Read) => {
      for (const estate of estates) {
        const full = new Map(judged(estate, check).map((one) => [key(one), one]));
        for (const failure of failures) {
          const without = judged(failing(estate, read, failure, allReads), check);
          for (const one of without.filter(speaks)) {
            const before = full.get(key(one));
            // Where several reads can each settle a question (src/engine/checks/settle.ts), the others may do so
            // alone, and then say the same. Anything else that rested on the read must be silent.
            expect(one.verdict.status, `${key(one)} guesses without ${read.id}`).toBe(before?.verdict.status);
            if (before?.touched.includes(read.id)) expect(one.touched.length).toBeGreaterThan(1);
            else expect(one.verdict).toEqual(before?.verdict);
          }
          const now = new Set(without.map(key));
          const lost = [...full].some(([id, one]) => speaks(one) && !now.has(id));
          if (lost) expect(without.some((one) => one.verdict.status === 'unknown')).toBe(true);
        }
      }
    },
  );
});
