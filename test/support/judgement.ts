import fc from 'fast-check';
import type { Verdicts } from '../../src/engine/findings/verdicts.ts';
import { type Severity, type Status, severities, statuses } from '../../src/shared/model/finding.ts';

export interface Said {
  status: Status;
  check?: string;
  resource?: number;
  subKey?: string;
  severity?: Severity;
}

/** A judgement in memory, with what a comparison looks at: verdicts of the check `c` on resource 1, unless they say otherwise. */
export function judgement(...judged: Said[]): Verdicts {
  const checks = [...new Set(judged.map(({ check = 'c' }) => check))];
  return {
    size: judged.length,
    checks,
    rule: Uint16Array.from(judged, ({ check = 'c' }) => checks.indexOf(check)),
    resource: Int32Array.from(judged, ({ resource = 1 }) => resource),
    status: Uint8Array.from(judged, ({ status }) => statuses.indexOf(status)),
    severity: Uint8Array.from(judged, ({ severity = 'medium' }) => severities.indexOf(severity)),
    subKey: (number) => judged[number]!.subKey ?? '',
  } satisfies Partial<Verdicts> as unknown as Verdicts;
}

/** Each check says one thing of a resource, or several with their own keys. */
export const someJudgement = fc
  .uniqueArray(
    fc.record({
      status: fc.constantFrom(...statuses),
      check: fc.constantFrom('c', 'd'),
      resource: fc.nat({ max: 6 }),
      subKey: fc.constantFrom('', 'x', 'y'),
      severity: fc.constantFrom(...severities),
    }),
    {
      selector: ({ check, resource, subKey }) => `${check}|${resource}|${subKey}`,
      maxLength: 30,
      size: 'max',
    },
  )
  .map((judged) => judgement(...judged));
