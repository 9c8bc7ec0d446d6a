import { z } from 'zod';
import { outcomes } from '../model/outcome.ts';
import { relationNames } from '../model/relation.ts';
import { resourceFacets, resourceFilterSchema, resourceSortSchema } from '../model/resource-query.ts';
import { call } from './define.ts';
import { finding, identity, which, window } from './shapes.ts';

const filter = { ...which, filter: resourceFilterSchema.default({}) };
/** `account`: which of the accounts that see it, as several see a shared subnet or an organization's trail; else the first. */
const one = { ...which, arn: z.string(), account: z.string().optional() };
const sort = { sort: resourceSortSchema.default({ by: 'type', direction: 'asc' }) };
/** A resource in a list. */
const listed = identity.extend({ failing: z.number().int() });
const counts = z.array(z.object({ value: z.string(), count: z.number().int() }));

/** What a snapshot holds. */
export const resourcesContract = {
  page: call(
    z.object({ ...filter, ...window, ...sort }),
    z.object({ total: z.number().int(), resources: z.array(listed) }),
  ),
  /** The row at which a resource stands in `page`; null where the filter leaves it out. */
  place: call(z.object({ ...filter, ...sort, ...one }), z.object({ row: z.int().nullable() })),
  /** How the resources fall by a property; what is chosen of that property itself is left aside. */
  counts: call(z.object({ ...filter, by: z.enum(resourceFacets) }), z.object({ counts })),
  /** Keys of the tags. `lacking`: tags were read and have no such key; `unread`: nobody knows. */
  tagKeys: call(
    z.object(filter),
    z.object({
      keys: z.array(z.object({ key: z.string(), count: z.number().int(), lacking: z.number().int() })),
      unread: z.number().int(),
    }),
  ),
  tagValues: call(z.object({ ...filter, key: z.string() }), z.object({ counts })),
  get: call(
    z.object(one),
    z.object({
      resource: identity,
      accountName: z.string(),
      /** In the AWS console; null for types that have no page there. */
      consoleUrl: z.url().nullable(),
      /** Null: they were not read. Left out: Fieldbook reads no tags of the type. */
      tags: z.record(z.string(), z.string()).nullable().optional(),
      body: z.json(),
      facets: z.record(z.string(), z.json()),
      /** Facets that should be there and are not. */
      unread: z.array(
        z.object({
          name: z.string(),
          read: z.string(),
          outcome: z.enum(outcomes),
          message: z.string(),
          permission: z.string().nullable(),
        }),
      ),
      /** Its findings that ask for attention, worst first; `quiet` counts the others. */
      findings: z.array(finding),
      quiet: z.object({ pass: z.number().int(), 'not-applicable': z.number().int() }),
    }),
  ),
  /** Resources that this one names (`out`), and those that name it (`in`), by what they are to each other. */
  neighbours: call(
    z.object({ ...one, limit: z.number().int().min(1).max(200).default(12) }),
    z.object({
      resource: listed,
      groups: z.array(
        z.object({
          as: z.enum(relationNames),
          direction: z.enum(['out', 'in']),
          type: z.string(),
          total: z.number().int(),
          resources: z.array(listed),
        }),
      ),
    }),
  ),
} as const;
