/** What AWS has announced of a major version. Dates are the last day, or the first for charges. */
export interface EngineSupport {
  /** Last day of standard support. */
  standardUntil: string;
  /** Days on which the price of the first two years of Extended Support applies, if the engine has it. */
  extended?: { from: string; until: string };
}

/**
 * Release calendars of RDS for MySQL, PostgreSQL and MariaDB and of Aurora, as of 2026-05-08. Only versions whose
 * dates AWS has published and not moved are here; of others nothing is said.
 */
const calendar: Record<string, Record<string, EngineSupport>> = {
  mysql: {
    '5.6': { standardUntil: '2022-03-01' },
    '5.7': { standardUntil: '2024-02-29', extended: { from: '2024-03-01', until: '2026-02-28' } },
    '8.0': { standardUntil: '2026-07-31', extended: { from: '2026-08-01', until: '2028-07-31' } },
    '8.4': { standardUntil: '2029-07-31' },
  },
  postgres: {
    '9.6': { standardUntil: '2022-04-30' },
    '11': { standardUntil: '2024-02-29', extended: { from: '2024-04-01', until: '2026-03-31' } },
    '12': { standardUntil: '2025-02-28', extended: { from: '2025-03-01', until: '2027-02-28' } },
    '13': { standardUntil: '2026-02-28', extended: { from: '2026-03-01', until: '2028-02-29' } },
    '14': { standardUntil: '2027-02-28' },
    '15': { standardUntil: '2028-02-29' },
    '16': { standardUntil: '2029-02-28' },
    '17': { standardUntil: '2030-02-28' },
  },
  mariadb: {
    '10.3': { standardUntil: '2023-10-23' },
    '10.4': { standardUntil: '2025-02-28' },
    '10.11': { standardUntil: '2028-02-29' },
    '11.4': { standardUntil: '2029-05-31' },
  },
  'aurora-mysql': {
    '5.7': { standardUntil: '2024-10-31', extended: { from: '2024-12-01', until: '2026-11-30' } },
    '8.0': { standardUntil: '2028-04-30' },
  },
  'aurora-postgresql': {
    '11': { standardUntil: '2024-02-29', extended: { from: '2024-04-01', until: '2026-03-31' } },
    '12': { standardUntil: '2025-02-28', extended: { from: '2025-03-01', until: '2027-02-28' } },
    '13': { standardUntil: '2026-02-28', extended: { from: '2026-03-01', until: '2028-02-29' } },
    '14': { standardUntil: '2027-02-28' },
    '15': { standardUntil: '2028-02-29' },
    '16': { standardUntil: '2029-02-28' },
  },
};

/** The part of a version number that names the major version: `13.7` is 13, `9.6.24` is 9.6, `8.0.35` is 8.0. */
export function majorVersion(engine: string, version: string): string {
  const [first = '', second = ''] = version.split('.');
  return engine.endsWith('postgres') || engine.endsWith('postgresql')
    ? Number(first) >= 10
      ? first
      : `${first}.${second}`
    : `${first}.${second}`;
}

export const supportOf = (engine: string, version: string): EngineSupport | undefined =>
  calendar[engine]?.[majorVersion(engine, version)];
