import { z } from 'zod';

export const systemKinds = [
  'data-centre',
  'on-site',
  'saas',
  'platform',
  'other-cloud',
  'analytics',
  'office',
] as const;
export const criticalities = ['low', 'medium', 'high', 'critical'] as const;
export const dataClasses = ['public', 'internal', 'confidential', 'regulated'] as const;
export const lifecycles = ['in-use', 'to-be-replaced', 'retired'] as const;
/** How people sign in: by the company's directory, by accounts of its own, by accounts that several share. */
export const signIns = ['directory', 'own-accounts', 'shared-accounts'] as const;

/**
 * What somebody said of a system. Null: nobody was asked yet, so nothing is known. An empty text: it was asked, and
 * there is none.
 */
const said = z.string().trim().max(400).nullable();
const choice = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values).nullable();
const day = z.iso.date().nullable();

export const dependencySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system'), id: z.string() }),
  /** A resource of AWS by its ARN, or by its name where nobody knows more. */
  z.object({ kind: z.literal('aws'), name: z.string().trim().min(1).max(2048) }),
]);
export type Dependency = z.infer<typeof dependencySchema>;

/** What can be said of a system. Without defaults: a change says only what it changes. */
export const systemFieldsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  kind: choice(systemKinds),
  purpose: z.string().trim().max(400),
  owner: said,
  vendor: z.string().trim().max(200),
  location: said,
  criticality: choice(criticalities),
  dataClass: choice(dataClasses),
  /** The agreement under which the vendor handles regulated data, such as a BAA. */
  agreement: said,
  signIn: choice(signIns),
  backup: said,
  lifecycle: choice(lifecycles),
  contractEnd: day,
  supportEnd: day,
  dependsOn: z.array(dependencySchema).max(200),
  notes: z.string().max(8000),
});
const { shape } = systemFieldsSchema;

/** A system outside of AWS. */
export const systemSchema = z.object({
  id: z.string(),
  name: shape.name,
  kind: shape.kind.default(null),
  purpose: shape.purpose.default(''),
  owner: shape.owner.default(null),
  vendor: shape.vendor.default(''),
  location: shape.location.default(null),
  criticality: shape.criticality.default(null),
  dataClass: shape.dataClass.default(null),
  agreement: shape.agreement.default(null),
  signIn: shape.signIn.default(null),
  backup: shape.backup.default(null),
  lifecycle: shape.lifecycle.default(null),
  contractEnd: shape.contractEnd.default(null),
  supportEnd: shape.supportEnd.default(null),
  dependsOn: shape.dependsOn.default([]),
  notes: shape.notes.default(''),
});
export type System = z.infer<typeof systemSchema>;
export type SystemFields = Omit<System, 'id'>;
