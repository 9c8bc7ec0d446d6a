import { statuses } from '../../shared/model/finding.ts';
import type { SavingKind } from '../../shared/model/money.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Claim } from './exclusive.ts';
import { type Chunk, type StoredVerdict, type Verdicts, verdictsOf } from './verdicts.ts';

/** A saving with the place of its verdict. */
export interface PlacedClaim extends Claim {
  chunk: number;
  position: number;
}

const FAIL = statuses.indexOf('fail');

/** What checks said in a judgement, with the savings of it; none of them is counted yet. */
export function takeOver(
  db: Db<EngagementSchema>,
  before: readonly Chunk[],
  stays: ReadonlySet<string>,
): { chunks: Chunk[]; claims: PlacedClaim[] } {
  const taken = before.filter(({ check }) => stays.has(check));
  const verdicts = verdictsOf(-1, taken);
  const kindOf = kindReader(db, verdictsOf(-1, before), stays);
  const claims = taken.flatMap(({ check, columns }, chunk) =>
    Array.from(columns.saving ?? []).flatMap((monthly, position): PlacedClaim[] =>
      columns.status[position] !== FAIL || (monthly === 0 && columns.counted![position] === 0)
        ? []
        : [
            {
              resource: columns.resource[position]!,
              check,
              monthly,
              kind: kindOf(verdicts, verdicts.starts[chunk]! + position),
              chunk,
              position,
            },
          ],
    ),
  );
  const chunks = taken.map(({ check, columns }) => ({
    check,
    columns: { ...columns, counted: columns.counted && new Uint8Array(columns.counted.length) },
  }));
  return { chunks, claims };
}

/**
 * The kind of a saving that is taken over. What was not counted is not counted again, whatever it is, unless the
 * saving that excluded it is judged anew: only then its text is read.
 */
export function kindReader(
  db: Db<EngagementSchema>,
  before: Verdicts,
  taken: ReadonlySet<string>,
): (verdicts: Verdicts, number: number) => SavingKind {
  const contested = new Set<number>();
  for (let number = 0; number < before.size; number++)
    if (before.counted[number] === 1 && !taken.has(before.checks[before.rule[number]!]!))
      contested.add(before.resource[number]!);
  const body = db.prepare<{ body: string }>('SELECT body FROM content WHERE id = ?');
  return ({ counted, resource, content }, number) => {
    if (counted[number] === 1) return 'counted';
    if (!contested.has(resource[number]!)) return 'advisory';
    return (JSON.parse(body.get(content[number]!)!.body) as StoredVerdict).saving!.kind;
  };
}
