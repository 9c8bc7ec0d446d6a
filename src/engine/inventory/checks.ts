import type { System } from '../../shared/model/records/system.ts';

/** Days before the end of a contract or of support from which it is to be acted on. */
export const NEAR_DAYS = 180;

export interface SystemVerdict {
  check: string;
  status: 'pass' | 'fail' | 'unknown';
  /** Key of the reason among the texts of the check. */
  reason: string;
  values: Record<string, string | number | readonly string[]>;
}

/** What a check may look at beside the system itself. */
export interface Surroundings {
  /** Systems in use that name it as what they rest on. */
  dependants: readonly System[];
  /** Calendar date, YYYY-MM-DD. */
  today: string;
}

type Outcome = Omit<SystemVerdict, 'check'>;
/** Null where the check has nothing to say, such as of the contract of a retired system. */
type Check = (system: System, around: Surroundings) => Outcome | null;

const outcome =
  (status: Outcome['status']) =>
  (reason: string, values: Outcome['values'] = {}): Outcome => ({ status, reason, values });
const pass = outcome('pass');
const fail = outcome('fail');
const unknown = outcome('unknown');

/** A field that people were asked for: null is not known, an empty text is known to be nothing. */
const asked = (value: string | null, name: string): Outcome =>
  value === null
    ? unknown(`${name}Unknown`)
    : value === ''
      ? fail(`${name}None`)
      : pass(`${name}Named`, { value });

const retired = ({ lifecycle }: System): boolean => lifecycle === 'retired';

/** Judges only what holds regulated data; that nobody said which data it holds is unknown as well. */
const ofRegulated =
  (check: Check): Check =>
  (system, around) => {
    if (system.dataClass === null) return unknown('dataClassUnknown');
    return system.dataClass === 'regulated' ? check(system, around) : null;
  };

const ofImportant =
  (check: Check): Check =>
  (system, around) => {
    if (retired(system)) return null;
    if (system.criticality === null) return unknown('criticalityUnknown');
    return system.criticality === 'critical' || system.criticality === 'high' ? check(system, around) : null;
  };

const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);

const end =
  (of: 'contractEnd' | 'supportEnd'): Check =>
  (system, { today }) => {
    if (retired(system)) return null;
    const day = system[of];
    if (day === null) return unknown('dateUnknown');
    const days = daysUntil(day, today);
    if (days < 0) return fail('over', { day });
    return days <= NEAR_DAYS ? fail('near', { day, count: days }) : pass('far', { day });
  };

/** Each judges one system by what people said of it; what nobody said is unknown and never guessed. */
export const systemChecks = {
  'system-owner': ({ owner }) => asked(owner, 'owner'),
  'system-agreement': ofRegulated(({ agreement }) => asked(agreement, 'agreement')),
  'system-location': ofRegulated(({ location }) => asked(location, 'location')),
  'system-backup': ofImportant(({ backup }) => asked(backup, 'backup')),
  'system-contract-end': end('contractEnd'),
  'system-support-end': end('supportEnd'),
  'system-single-dependency': (system) => {
    if (retired(system)) return null;
    if (system.criticality === null) return unknown('criticalityUnknown');
    if (system.criticality !== 'critical') return null;
    const count = system.dependsOn.length;
    if (count === 0) return unknown('dependenciesUnknown');
    return count === 1 ? fail('single') : pass('several', { count });
  },
  'system-sign-in': (system) => {
    if (retired(system)) return null;
    if (system.signIn === null) return unknown('signInUnknown');
    if (system.signIn === 'directory') return pass('directory');
    return fail(system.signIn === 'shared-accounts' ? 'shared' : 'own');
  },
  'system-retired-in-use': (system, { dependants }) => {
    if (system.lifecycle === null) return unknown('lifecycleUnknown');
    if (!retired(system)) return null;
    const names = dependants.map(({ name }) => name);
    return names.length > 0 ? fail('dependedOn', { names, count: names.length }) : pass('alone');
  },
} as const satisfies Record<string, Check>;

export type SystemCheckId = keyof typeof systemChecks;
export const systemCheckIds = Object.keys(systemChecks) as SystemCheckId[];

/** What all checks say of a system. */
export function judgeSystem(system: System, around: Surroundings): SystemVerdict[] {
  return systemCheckIds.flatMap((check) => {
    const said = (systemChecks[check] as Check)(system, around);
    return said ? [{ check, ...said }] : [];
  });
}

/** The same of a whole inventory, by system. */
export function judgeInventory(systems: readonly System[], today: string): Map<string, SystemVerdict[]> {
  return new Map(
    systems.map((system) => [
      system.id,
      judgeSystem(system, { dependants: dependantsOf(system, systems), today }),
    ]),
  );
}

export const dependantsOf = (system: System, systems: readonly System[]): System[] =>
  systems.filter(
    (one) =>
      one.id !== system.id &&
      !retired(one) &&
      one.dependsOn.some((on) => on.kind === 'system' && on.id === system.id),
  );
