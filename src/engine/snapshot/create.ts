import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { ScanScope } from '../../shared/model/scan.ts';
import type { Read } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { ScannedAccount } from './accounts.ts';
import { ownFailure } from './own-failure.ts';
import { readPlan, regionsOf } from './plan.ts';
import { SnapshotWriter } from './writer.ts';

/** Writes a snapshot with its accounts and the queue that it begins with, at one go; gives its number. */
export function createSnapshot(
  db: Db<EngagementSchema>,
  reads: readonly Read[],
  uuid: string,
  now: Date,
  scope: ScanScope,
  accounts: readonly ScannedAccount[],
): number {
  return db.transaction(() => {
    const snapshot = Number(
      db.run(
        db.q.insertInto('snapshot').values({
          uuid,
          state: 'running',
          started_at: now.toISOString(),
          finished_at: null,
          plan: JSON.stringify({ ...scope, reads: reads.map((read) => read.id) }),
          note: '',
          paused: null,
          deleted_at: null,
          bytes: 0,
        }),
      ).lastInsertRowid,
    );
    const plan = readPlan(reads);
    const writer = new SnapshotWriter(db, snapshot, plan, now);
    const places = accounts.map((account) => ({ ...account, accountId: accountRow(db, account) }));
    for (const place of places)
      db.run(
        db.q.insertInto('snapshot_account').values({
          snapshot_id: snapshot,
          account_id: place.accountId,
          profile: place.target.profile,
          role_arn: place.target.assume?.roleArn ?? null,
          partition: place.partition,
          regions: JSON.stringify(place.regions),
          refused: place.refused && JSON.stringify(place.refused),
        }),
      );
    const managed = places.some((place) => place.management);
    // Read by read and not account by account: neighbours in the queue then draw on different rate limits.
    for (const listing of plan.listings.filter((one) => !one.under))
      for (const place of places) {
        if (listing.scope === 'organization' && !place.management) {
          const where = { accountId: place.accountId, region: 'global' };
          if (!managed && place.organizationUnknown)
            writer.recordSkipped(listing, where, place.organizationUnknown);
          continue;
        }
        for (const region of regionsOf(listing, place.regions)) {
          const where = {
            accountId: place.accountId,
            account: place.account,
            partition: place.partition,
            region,
          };
          if (place.refused) writer.recordSkipped(listing, where, place.refused);
          else writer.enqueueListing(listing, where);
        }
        if (listing.scope === 'region' && !place.refused)
          for (const region of place.regionsOff)
            writer.recordSkipped(listing, { accountId: place.accountId, region }, regionOff(region));
      }
    return snapshot;
  });
}

const regionOff = (region: string): ReadFailure => ownFailure('region-off', 'RegionNotEnabled', { region });

function accountRow(db: Db<EngagementSchema>, { account, name }: ScannedAccount): number {
  db.run(
    db.q
      .insertInto('account')
      .values({ aws_id: account, name })
      .onConflict((conflict) => conflict.column('aws_id').doUpdateSet({ name })),
  );
  return db.get(db.q.selectFrom('account').select('id').where('aws_id', '=', account))!.id;
}
