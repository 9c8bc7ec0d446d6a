import type { JsonValue } from '../../shared/model/json.ts';
import { resourceReader } from '../findings/read.ts';
import { tagReader } from '../resources/tags.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Places } from './column.ts';

/** Looks the things that decisions name up in the file, as a snapshot has them. */
export function placesOf(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): Places {
  const identity = resourceReader(db);
  const row = db.prepare<{ id: number }>(
    `SELECT r.id FROM resource r
     JOIN resource_type t ON t.id = r.type_id
     JOIN account a ON a.id = r.account_id
     WHERE r.arn = ? AND t.name = ? AND a.aws_id = ? AND r.region = ?`,
  );
  const tagged = new Map<string, number[]>();
  return {
    resourceRow: ({ arn, type, account, region }) => row.get(arn, type, account, region)?.id,
    accountOf: (number) => identity(number).account,
    tagged(key, value) {
      const name = JSON.stringify([key, value]);
      const known = tagged.get(name) ?? taggedRows(db, snapshot, plan, key, value);
      tagged.set(name, known);
      return known;
    },
  };
}

/**
 * Rows of the resources of a snapshot that carry the tag. SQLite passes over the bodies that cannot: those that do not
 * say the value anywhere, where a type has its tags in its own body.
 */
function taggedRows(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  key: string,
  value: string,
): number[] {
  const identity = resourceReader(db);
  const tagsRead = tagReader(db, snapshot, plan);
  const numbers = new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));
  const bodies = db.prepare<{ resource_id: number; body: string }>(
    `SELECT sr.resource_id, c.body
     FROM snapshot_resource sr CROSS JOIN content c ON c.id = sr.content_id
     WHERE sr.snapshot_id = ? AND sr.read_id = ? AND (? = '' OR instr(c.body, ?) > 0)`,
  );
  const said = JSON.stringify(value).slice(1, -1);
  return plan.listings.flatMap((listing) => {
    const read = numbers.get(listing.id);
    if (read === undefined || listing.auxiliary || listing.tags === 'none') return [];
    const part = listing.tags === 'tagging-api' ? '' : said;
    return bodies.all(snapshot, read, part, part).flatMap(({ resource_id, body }) => {
      const tags = tagsRead(listing, { ...identity(resource_id), body: JSON.parse(body) as JsonValue });
      return tags && Object.hasOwn(tags, key) && tags[key] === value ? [resource_id] : [];
    });
  });
}
