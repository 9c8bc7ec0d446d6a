import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Cause, RecheckFailure } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { FindingDifference } from '../compare/findings.ts';
import { propertyChanges } from '../compare/properties.ts';
import { type Finding, findingsByNumber } from '../findings/read.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import { toFinding } from './finding-view.ts';

type Rows = z.input<Contract['compare']['findings']['result']>['rows'];
type Opened = z.input<Contract['compare']['finding']['result']>;

/** What became of some findings, as windows and the terminal show it. */
export function toChanges(
  session: Session,
  { verdicts, before, after }: Comparison,
  differences: readonly (FindingDifference & { cause: Cause })[],
  texts: Texts,
): Rows {
  const read = (side: 'before' | 'after') => {
    const numbers = differences.filter((one) => one.in === side).map(({ finding }) => finding);
    const found = findingsByNumber(session.db, verdicts[side], numbers, session.checks);
    return new Map(found.map((finding) => [finding.id, finding]));
  };
  const found = { before: read('before'), after: read('after') };
  const decided = {
    before: session.decided(before),
    after: session.decided(after),
  };
  return differences.map(({ change, cause, in: side, finding }) => ({
    change,
    cause,
    finding: toFinding(found[side].get(finding)!, texts, decided[side]),
  }));
}

/** One finding as each snapshot saw it, with what differs in its evidence. */
export function toOpenedChange(
  session: Session,
  comparison: Comparison,
  difference: FindingDifference & { cause: Cause },
  texts: Texts,
): Opened {
  const { verdicts } = comparison;
  const from = verdicts[difference.in];
  const number = difference.finding;
  const key = {
    check: from.checks[from.rule[number]!]!,
    resource: from.resource[number]!,
    subKey: from.subKey(number),
  };
  const sideOf = (side: 'before' | 'after'): Finding | undefined => {
    const same = side === difference.in ? number : numberOf(verdicts[side], key);
    return same === undefined
      ? undefined
      : findingsByNumber(session.db, verdicts[side], [same], session.checks)[0];
  };
  const [before, after] = [sideOf('before'), sideOf('after')];
  const [row] = toChanges(session, comparison, [difference], texts);
  return {
    ...row!,
    before: before ? toSide(before, texts) : null,
    after: after ? toSide(after, texts) : null,
    evidence: before && after ? propertyChanges(evidenceOf(before), evidenceOf(after)) : [],
    failure: difference.change === 'not-rechecked' ? failureOf(comparison, key) : null,
  };
}

interface Key {
  check: string;
  resource: number;
  subKey: string;
}

/** Number of the verdict of a check on a resource; the lists are long and this is asked for one at a time. */
function numberOf(verdicts: Verdicts, { check, resource, subKey }: Key): number | undefined {
  const rule = verdicts.checks.indexOf(check);
  for (let number = 0; number < verdicts.size; number++)
    if (
      verdicts.resource[number] === resource &&
      verdicts.rule[number] === rule &&
      verdicts.subKey(number) === subKey
    )
      return number;
  return undefined;
}

const evidenceOf = (finding: Finding): JsonValue => finding.verdict.seen ?? {};

function toSide(finding: Finding, texts: Texts): NonNullable<Opened['after']> {
  const { status, severity, reason, saving } = toFinding(finding, texts);
  const { seen = {}, missing = [] } = finding.verdict;
  return { status, severity, reason, saving, seen, missing };
}

/** Why nobody can tell what became of it. */
function failureOf({ verdicts, judged }: Comparison, { check, resource }: Key): RecheckFailure {
  if (!judged.has(check)) return 'check-off';
  const rule = verdicts.after.checks.indexOf(check);
  const spoken = verdicts.after.resource.some(
    (one, number) => one === resource && verdicts.after.rule[number] === rule,
  );
  return spoken ? 'could-not-tell' : 'not-looked-for';
}
