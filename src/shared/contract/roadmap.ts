import { z } from 'zod';
import { actionStatuses, horizons } from '../model/records/recommendation.ts';
import { call } from './define.ts';
import { actionRow } from './recommendations.ts';
import { which } from './shapes.ts';

const step = z.object({ step: z.string() });
const day = z.iso.date();

export const planFormats = ['xlsx', 'csv', 'json', 'jira', 'github', 'ics'] as const;

const item = actionRow.extend({
  /** `before-prerequisite`: it is planned to begin before what it needs; `without-prerequisite`: that is not planned. */
  warnings: z.array(
    z.object({
      kind: z.enum(['before-prerequisite', 'without-prerequisite']),
      /** The action that goes before it. */
      id: z.string(),
      title: z.string(),
    }),
  ),
  /** Of the overall score and the counted saving, when this and all before it are done. */
  afterwards: z.object({ score: z.number().nullable(), counted: z.number() }),
});

/** Adopted recommendations in time. Money in micros a month, effort in person-days. */
export const roadmapContract = {
  get: call(
    z.object({ ...which }),
    z.object({
      /** Planned ones by horizon and place, then those that wait to be planned by rank. */
      items: z.array(item),
      now: z.object({ score: z.number().nullable() }),
      /** Each horizon with what it adds up to, and where the engagement stands after it. */
      horizons: z.array(
        z.object({
          horizon: z.enum(horizons),
          actions: z.number().int(),
          effort: z.number(),
          counted: z.number(),
          afterwards: z.object({ score: z.number().nullable(), counted: z.number() }),
        }),
      ),
      /** Null until somebody has said how much can be done. */
      capacity: z.number().nullable(),
      /** Months with work in them, YYYY-MM, in order. */
      months: z.array(z.object({ month: z.string(), booked: z.number(), over: z.boolean() })),
      /** Open actions on the roadmap that have no dates, and so take no capacity. */
      undated: z.number().int(),
    }),
  ),
  /** Puts an action somewhere on the roadmap, or changes who does it and when; changes what is given. */
  plan: call(
    z.object({
      ...which,
      id: z.string(),
      horizon: z.enum(horizons).nullable().optional(),
      /** Goes before this one; null: to the end of its horizon. */
      before: z.string().nullable().optional(),
      owner: z.string().trim().max(120).optional(),
      from: day.nullable().optional(),
      to: day.nullable().optional(),
      status: z.enum(actionStatuses).optional(),
    }),
    step,
  ),
  /** Person-days a month; null: no limit is watched. */
  setCapacity: call(z.object({ capacity: z.number().min(0).max(5000).nullable() }), step),
  /** Writes the adopted recommendations as an action plan, issues or a calendar. */
  export: call(
    z.object({ ...which, format: z.enum(planFormats), path: z.string().min(1) }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
} as const;
