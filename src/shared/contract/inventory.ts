import { z } from 'zod';
import { statuses } from '../model/finding.ts';
import { systemFieldsSchema, systemSchema } from '../model/records/system.ts';
import { call } from './define.ts';
import { nothing, window } from './shapes.ts';

/** A verdict of one of the inventory's own checks, in words. */
const verdict = z.object({
  check: z.string(),
  status: z.enum(statuses),
  title: z.string(),
  reason: z.string(),
  /** What to do about a failure, or whom to ask. */
  step: z.string(),
});

const counts = { fail: z.number().int(), unknown: z.number().int() };
const row = systemSchema.extend(counts);
/** A dependency with what it is called; `gone`: that system is not in the inventory. */
const named = z.object({
  kind: z.enum(['system', 'aws']),
  id: z.string(),
  name: z.string(),
  gone: z.boolean(),
});

export const systemSorts = [
  'name',
  'kind',
  'owner',
  'criticality',
  'dataClass',
  'lifecycle',
  'contractEnd',
  'fail',
] as const;

export const systemFilterSchema = z.object({
  text: z.string().max(200).optional(),
  /** Only those with a failing or with an unknown verdict. */
  verdict: z.enum(['fail', 'unknown']).optional(),
});

/** Columns that a sheet can be read into. */
export const importFields = [
  'name',
  'kind',
  'purpose',
  'owner',
  'vendor',
  'location',
  'criticality',
  'dataClass',
  'agreement',
  'signIn',
  'backup',
  'lifecycle',
  'contractEnd',
  'supportEnd',
  'dependsOn',
  'notes',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column of the sheet, by its place from 0, holds a field. */
export const mappingSchema = z.partialRecord(z.enum(importFields), z.number().int().min(0));
export type Mapping = z.infer<typeof mappingSchema>;

const sheet = { path: z.string().min(1), mapping: mappingSchema.optional() };
const id = { id: z.string() };
const step = { step: z.string() };

export const summarySchema = z.object({
  systems: z.number().int(),
  critical: z.number().int(),
  regulated: z.number().int(),
  toBeReplaced: z.number().int(),
  retired: z.number().int(),
  pass: z.number().int(),
  ...counts,
  /** By check, those with the most failures first. */
  checks: z.array(
    z.object({
      check: z.string(),
      title: z.string(),
      fail: z.array(z.string()),
      unknown: z.array(z.string()),
      pass: z.number().int(),
    }),
  ),
});

/** Systems outside of AWS, and what is wrong with them. */
export const inventoryContract = {
  page: call(
    z.object({
      ...window,
      filter: systemFilterSchema.default({}),
      sort: z
        .object({ by: z.enum(systemSorts), direction: z.enum(['asc', 'desc']) })
        .default({ by: 'name', direction: 'asc' }),
    }),
    z.object({ total: z.number().int(), all: z.number().int(), systems: z.array(row) }),
  ),
  get: call(
    z.object(id),
    z.object({
      system: systemSchema,
      verdicts: z.array(verdict),
      dependencies: z.array(named),
      dependants: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Changes what is given, or makes a system when there is no id; typing within two seconds is one step. */
  save: call(
    z.object({ id: z.string().optional(), fields: systemFieldsSchema.partial() }),
    z.object({ ...id, ...step }),
  ),
  /** Others no longer depend on it. */
  remove: call(z.object(id), z.object(step)),
  /** Everything that the inventory's checks say of what is in it. */
  findings: call(
    nothing,
    z.object({ findings: z.array(verdict.extend({ system: z.string(), name: z.string() })) }),
  ),
  /** For reports and recommendations. */
  summary: call(nothing, summarySchema),
  /** Systems, what they rest on, and which of the two names which. */
  graph: call(
    nothing,
    z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          critical: z.boolean(),
          aws: z.boolean(),
          retired: z.boolean(),
        }),
      ),
      edges: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
  /** What a CSV or XLSX file would become, line by line; without a mapping, by the names of its columns. */
  previewImport: call(
    z.object(sheet),
    z.object({
      columns: z.array(z.string()),
      mapping: mappingSchema,
      lines: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      /** The first lines as they would be kept. */
      systems: z.array(
        z.object({
          line: z.number().int(),
          name: z.string(),
          state: z.enum(['added', 'changed', 'same']),
          cells: z.partialRecord(z.enum(importFields), z.string()),
        }),
      ),
      problems: z.array(
        z.object({ line: z.number().int(), field: z.enum(importFields).nullable(), message: z.string() }),
      ),
    }),
  ),
  /** All lines as one step, or none when a line is wrong. A system of the same name is changed. */
  import: call(z.object(sheet), z.object({ added: z.number().int(), changed: z.number().int(), ...step })),
  /** As CSV with the columns that `import` reads. */
  export: call(z.object({ path: z.string().min(1) }), z.object({ path: z.string(), rows: z.number().int() })),
} as const;
