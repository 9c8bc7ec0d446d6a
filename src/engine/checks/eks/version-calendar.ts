/** Dates of a Kubernetes version on EKS: the first day without standard, and without any, support (UTC). */
export interface VersionSupport {
  standardUntil: string;
  extendedUntil: string;
}

/** When AWS's calendar of EKS versions was last copied here (EKS user guide, Kubernetes versions). */
export const CALENDAR_AS_OF = '2026-02-14';

const calendar: Record<string, VersionSupport> = {
  '1.23': { standardUntil: '2023-10-11', extendedUntil: '2024-10-11' },
  '1.24': { standardUntil: '2024-01-31', extendedUntil: '2025-01-31' },
  '1.25': { standardUntil: '2024-05-01', extendedUntil: '2025-05-01' },
  '1.26': { standardUntil: '2024-06-11', extendedUntil: '2025-06-11' },
  '1.27': { standardUntil: '2024-07-24', extendedUntil: '2025-07-24' },
  '1.28': { standardUntil: '2024-11-26', extendedUntil: '2025-11-26' },
  '1.29': { standardUntil: '2025-03-23', extendedUntil: '2026-03-23' },
  '1.30': { standardUntil: '2025-07-23', extendedUntil: '2026-07-23' },
  '1.31': { standardUntil: '2025-11-26', extendedUntil: '2026-11-26' },
  '1.32': { standardUntil: '2026-03-23', extendedUntil: '2027-03-23' },
  '1.33': { standardUntil: '2026-07-29', extendedUntil: '2027-07-29' },
  '1.34': { standardUntil: '2026-12-02', extendedUntil: '2027-12-02' },
  '1.35': { standardUntil: '2027-03-27', extendedUntil: '2028-03-27' },
};

export const supportInCalendar = (version: string): VersionSupport | undefined => calendar[version];

/** 31 of `1.31`; NaN of what is no version. */
export const minorOf = (version: string): number => Number(/^1\.(\d+)$/.exec(version)?.[1] ?? Number.NaN);
