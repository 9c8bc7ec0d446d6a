import { setImmediate } from 'node:timers/promises';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import { resourceReader } from '../findings/read.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { openBodies, slices } from './bodies.ts';
import { type Links, LinksBuilder } from './links.ts';
import { TagColumns } from './tag-columns.ts';
import { tagReader } from './tags.ts';

/** What is in the bodies of all resources and is asked of many at once. */
export interface Survey {
  tags: TagColumns;
  links: Links;
}

/** Tags and links of the assets of a snapshot, numbered as their rows, which ascend. */
export async function surveyOf(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  rows: Int32Array,
): Promise<Survey> {
  const tags = new TagColumns(rows.length);
  const links = new LinksBuilder();
  const resources: ResourceIdentity[] = [];
  const identity = resourceReader(db);
  for (const slice of slices(rows)) {
    for (const row of slice) {
      const resource = identity(row);
      resources.push(resource);
      links.know(resource);
    }
    await setImmediate();
  }
  const tagsRead = tagReader(db, snapshot, plan);
  await openBodies(db, snapshot, plan, rows, (number, { listing, body, facets }) => {
    const resource = resources[number]!;
    tags.set(number, tagsRead(listing, { ...resource, body }));
    links.add(number, { arn: resource.arn, body, facets });
  });
  return { tags, links: links.build() };
}
