import {
  type ClosingVerdict,
  closes,
  type Decision,
  type DecisionState,
  decisionStates,
  inForce,
  stateOf,
} from '../../shared/model/decision.ts';
import { type Severity, severities, statuses } from '../../shared/model/finding.ts';
import type { Micros } from '../../shared/model/money.ts';
import type { Summary } from '../findings/judge-snapshot.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { ScopeIndex } from './column.ts';

/** What was decided of the verdicts of a judgement, as it stands on a day. */
export interface Decided {
  verdicts: Verdicts;
  today: string;
  /** Places in `decisionStates`. */
  state: Uint8Array;
  /** The decision that applies to a verdict, or that did last. */
  decisionOf(verdict: number): Decision | undefined;
  fails(verdict: number): boolean;
  /** Verdicts that a scope covers, as ranges or one by one. */
  covered: ScopeIndex['covered'];
  /** 1 for each verdict that fails and that nobody has accepted or called false. */
  open: Uint8Array;
  /** What fails and is not open, by check. */
  aside: ReadonlyMap<string, Aside>;
}

/** Failing findings that a decision takes out of the open ones. Money in micros a month. */
export interface Aside {
  findings: number;
  counted: Micros;
  advisory: Micros;
}

const FAIL = statuses.indexOf('fail');

export function decide(
  verdicts: Verdicts,
  index: ScopeIndex,
  decisions: readonly Decision[],
  today: string,
): Decided {
  const painted = index.paint(decisions, today);
  const stateOfPlace = Uint8Array.from([undefined, ...decisions], (decision) =>
    decisionStates.indexOf(stateOf(decision, today)),
  );
  const closing = Uint8Array.from([undefined, ...decisions], (decision) =>
    decision && inForce(decision, today) && closes(decision.verdict) ? 1 : 0,
  );
  const state = new Uint8Array(verdicts.size);
  const open = new Uint8Array(verdicts.size);
  const aside = new Map<string, Aside>();
  for (let verdict = 0; verdict < verdicts.size; verdict++) {
    const place = painted[verdict]!;
    state[verdict] = stateOfPlace[place]!;
    if (verdicts.status[verdict] !== FAIL) continue;
    if (!closing[place]) open[verdict] = 1;
    else setAside(verdict, verdicts, aside);
  }
  return {
    verdicts,
    today,
    state,
    decisionOf: (verdict) => decisions[painted[verdict]! - 1],
    fails: (verdict) => verdicts.status[verdict] === FAIL,
    covered: (scope) => index.covered(scope),
    open,
    aside,
  };
}

function setAside(verdict: number, verdicts: Verdicts, aside: Map<string, Aside>): void {
  const check = verdicts.checks[verdicts.rule[verdict]!]!;
  const sum = aside.get(check) ?? { findings: 0, counted: 0, advisory: 0 };
  sum.findings++;
  sum[verdicts.counted[verdict] ? 'counted' : 'advisory'] += verdicts.saving[verdict]!;
  aside.set(check, sum);
}

/** The counts of each check without what was set aside: of findings that fail, and of money. */
export const withoutAside = (summary: Summary, aside: Decided['aside']): Summary =>
  Object.fromEntries(
    Object.entries(summary).map(([check, of]) => {
      const less = aside.get(check);
      if (!less) return [check, of];
      return [
        check,
        {
          ...of,
          counts: { ...of.counts, fail: of.counts.fail - less.findings },
          counted: of.counted - less.counted,
          advisory: of.advisory - less.advisory,
        },
      ];
    }),
  );

/** Open findings by severity. */
export function openBySeverity({ verdicts, open }: Decided): Record<Severity, number> {
  const counts = new Uint32Array(severities.length);
  for (let verdict = 0; verdict < verdicts.size; verdict++)
    if (open[verdict]) counts[verdicts.severity[verdict]!]!++;
  return Object.fromEntries(severities.map((name, at) => [name, counts[at]!])) as Record<Severity, number>;
}

/** What fails and was set aside, by what was decided and severity. */
export function asideBySeverity({
  verdicts,
  open,
  state,
  fails,
}: Decided): Record<ClosingVerdict, Record<Severity, number>> {
  const none = () => Object.fromEntries(severities.map((name) => [name, 0])) as Record<Severity, number>;
  const counts = { 'accepted-risk': none(), 'false-positive': none() };
  for (let verdict = 0; verdict < verdicts.size; verdict++)
    if (fails(verdict) && !open[verdict])
      counts[decisionStates[state[verdict]!] as ClosingVerdict][severities[verdicts.severity[verdict]!]!]++;
  return counts;
}

/** All money that was set aside, counted and advisory. */
export const moneyAside = (aside: Decided['aside']): Micros =>
  [...aside.values()].reduce((sum, { counted, advisory }) => sum + counted + advisory, 0);

export const stateAt = (decided: Decided, verdict: number): DecisionState =>
  decisionStates[decided.state[verdict]!]!;
