import { type ImportField, importFields, type Mapping } from '../../shared/contract/inventory.ts';
import {
  criticalities,
  dataClasses,
  lifecycles,
  type System,
  type SystemFields,
  signIns,
  systemKinds,
} from '../../shared/model/records/system.ts';
import { allTexts } from '../texts.ts';
import { readDay } from './read-day.ts';

/** How columns are called in lists of clients, beside the names of the fields themselves. */
const synonyms: Record<ImportField, readonly string[]> = {
  name: ['system', 'application', 'nombre', 'sistema', 'aplicacion'],
  kind: ['type', 'tipo', 'environment', 'entorno'],
  purpose: ['description', 'descripcion', 'proposito', 'uso'],
  owner: ['responsible', 'responsable', 'propietario', 'dueno'],
  vendor: ['supplier', 'provider', 'proveedor'],
  location: ['place', 'region', 'site', 'ubicacion', 'lugar'],
  criticality: ['criticidad', 'importance', 'importancia'],
  dataClass: ['data', 'data class', 'classification', 'datos', 'clasificacion', 'clase de datos'],
  agreement: ['baa', 'dpa', 'acuerdo', 'convenio'],
  signIn: ['sign-in', 'login', 'sso', 'authentication', 'autenticacion', 'inicio de sesion'],
  backup: ['backups', 'copia', 'copias', 'copia de seguridad', 'respaldo'],
  lifecycle: ['status', 'state', 'estado', 'ciclo de vida'],
  contractEnd: ['contract', 'contract end', 'renewal', 'contrato', 'fin de contrato'],
  supportEnd: ['support', 'end of support', 'support end', 'soporte', 'fin de soporte'],
  dependsOn: ['depends on', 'dependencies', 'depende de', 'dependencias'],
  notes: ['note', 'comments', 'notas', 'comentarios'],
};

/** What the window calls something, in every language: people copy its words into their lists. */
const labels = (key: string): string[] => allTexts().map((texts) => texts.t(`pages.inventory.${key}`));

/** Letters and digits alone, without accents and case. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Which column holds which field, as far as their names say. */
export function guessMapping(columns: readonly string[]): Mapping {
  const names = columns.map(plain);
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const field of importFields) {
    const wanted = [field, ...synonyms[field], ...labels(`columns.${field}`)].map(plain);
    const at = names.findIndex((name, i) => !taken.has(i) && wanted.includes(name));
    if (at < 0) continue;
    mapping[field] = at;
    taken.add(at);
  }
  return mapping;
}

/** Values as clients write them in either language, beside our own. */
const values: Record<string, Record<string, readonly string[]>> = {
  kind: {
    'data-centre': ['data center', 'datacenter', 'centro de datos', 'cpd'],
    'on-site': ['on premises', 'on-prem', 'local', 'en la sede'],
    saas: ['software as a service'],
    platform: ['paas', 'plataforma'],
    'other-cloud': ['cloud', 'gcp', 'google cloud', 'azure', 'otra nube', 'nube'],
    analytics: ['analitica', 'data warehouse'],
    office: ['oficina', 'workplace'],
  },
  criticality: {
    low: ['baja', 'bajo'],
    medium: ['media', 'medio', 'moderate'],
    high: ['alta', 'alto'],
    critical: ['critica', 'critico'],
  },
  dataClass: {
    public: ['publico', 'publica'],
    internal: ['interno', 'interna'],
    confidential: ['confidencial'],
    regulated: ['regulado', 'phi', 'pii', 'hipaa'],
  },
  lifecycle: {
    'in-use': ['active', 'live', 'en uso', 'activo'],
    'to-be-replaced': ['replace', 'sunset', 'a reemplazar', 'por reemplazar', 'por sustituir'],
    retired: ['decommissioned', 'off', 'retirado', 'dado de baja'],
  },
  signIn: {
    directory: ['sso', 'saml', 'oidc', 'directorio', 'azure ad', 'entra id'],
    'own-accounts': ['own', 'local accounts', 'local', 'cuentas propias'],
    'shared-accounts': ['shared', 'cuentas compartidas', 'compartidas'],
  },
};
const choices: Partial<Record<ImportField, readonly string[]>> = {
  kind: systemKinds,
  criticality: criticalities,
  dataClass: dataClasses,
  lifecycle: lifecycles,
  signIn: signIns,
};

/** How people write that something was looked for and is not there; in exports, the first. */
const nones = ['none', 'no', 'nobody', 'ninguno', 'ninguna', 'nadie', 'n/a', '-'];
/** How they write that they do not know, beside an empty cell. */
const unknowns = ['unknown', 'desconocido', 'desconocida', '?', 'tbd'];

const said: ReadonlySet<ImportField> = new Set(['owner', 'location', 'agreement', 'backup']);
const days: ReadonlySet<ImportField> = new Set(['contractEnd', 'supportEnd']);

export type BadCell = {
  code: 'choice' | 'day' | 'dayUnclear' | 'long' | 'empty';
  values: Record<string, string | number>;
};
export type Cell = { value: unknown } | { bad: BadCell };

/** Characters that fit, as in the schema of a system. */
const lengths: Partial<Record<ImportField, number>> = { name: 120, vendor: 200, notes: 8000 };

/** What a cell says of a field, or why it says nothing that can be kept. Dependencies are left as they are written. */
export function readCell(field: ImportField, raw: string): Cell {
  const text = unescaped(raw).trim();
  const empty = text === '' || unknowns.includes(text.toLowerCase());
  const allowed = choices[field];
  if (allowed) {
    if (empty) return { value: null };
    const wanted = plain(text);
    const value = allowed.find(
      (one) =>
        plain(one) === wanted ||
        [...(values[field]![one] ?? []), ...labels(`values.${field}.${one}`)].some(
          (other) => plain(other) === wanted,
        ),
    );
    return value === undefined
      ? { bad: { code: 'choice', values: { text, allowed: allowed.join(', ') } } }
      : { value };
  }
  if (days.has(field)) {
    if (empty || nones.includes(text.toLowerCase())) return { value: null };
    const read = readDay(text);
    if (!read) return { bad: { code: 'day', values: { text } } };
    if ('day' in read) return { value: read.day };
    const [one, other] = read.either;
    return { bad: { code: 'dayUnclear', values: { text, one, other } } };
  }
  const most = lengths[field] ?? (field === 'dependsOn' ? 50_000 : 400);
  if (text.length > most) return { bad: { code: 'long', values: { most } } };
  if (said.has(field)) return { value: empty ? null : nones.includes(text.toLowerCase()) ? '' : text };
  if (field === 'name' && text === '') return { bad: { code: 'empty', values: {} } };
  return { value: text };
}

/** A cell that was written so that no spreadsheet takes it for a formula. */
const unescaped = (text: string): string => text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');

/** A dependency of a list: a name of the inventory, or `aws:` and what AWS calls it. */
export const splitDependencies = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A system as the cells of a sheet; what is known to be nothing is written as `none`. */
export function cellsOf(
  system: System | SystemFields,
  nameOf: (id: string) => string,
): Record<ImportField, string> {
  const cell = (field: ImportField): string => {
    if (field === 'dependsOn')
      return system.dependsOn.map((on) => (on.kind === 'aws' ? `aws:${on.name}` : nameOf(on.id))).join('; ');
    const value = system[field];
    return said.has(field) && value === '' ? nones[0]! : (value ?? '');
  };
  return Object.fromEntries(importFields.map((field) => [field, cell(field)])) as Record<ImportField, string>;
}
