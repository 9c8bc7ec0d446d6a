import { FieldbookError } from '../../shared/contract/errors.ts';
import { findByReference, findingsByNumber } from '../findings/read.ts';
import type { Session } from '../session.ts';

/** The finding with that number or reference, and the row of its resource. */
export function findFinding(session: Session, judgement: number, wanted: number | string) {
  const verdicts = session.verdicts(judgement);
  const number =
    typeof wanted === 'number' ? wanted : findByReference(session.db, verdicts, wanted.trim().toUpperCase());
  const [finding] =
    number === undefined ? [] : findingsByNumber(session.db, verdicts, [number], session.checks);
  if (!finding)
    throw new FieldbookError(
      'finding-unknown',
      `There is no finding ${wanted} in this snapshot.`,
      "Take a reference from 'fieldbook findings'.",
    );
  return { finding, resource: verdicts.resource[finding.id]! };
}
