import type { Check } from '../checks/check.ts';
import { findingsByNumber } from '../findings/read.ts';
import { verdictIndex } from '../findings/verdict-index.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { billOf } from './bill.ts';
import type { Labelled } from './labelled.ts';
import type { SavedChange, SavingsInput } from './savings.ts';

/** What a comparison has to say of money: savings whose finding is over because of what was changed in the estate. */
export function savedIn(
  db: Db<EngagementSchema>,
  checks: ReadonlyMap<string, Check>,
  { comparison, causes, same }: Labelled,
): SavingsInput & { byRules: { findings: number; was: number } } {
  const { before, after, verdicts, findings } = comparison;
  const over = findings.flatMap(({ in: side, finding }, difference) =>
    side === 'before' && verdicts.before.saving[finding]! > 0 ? [{ difference, finding }] : [],
  );
  const byEstate = over.filter(({ difference }) => causes[difference] === 'infrastructure');
  const byRules = over.filter(({ difference }) => causes[difference] === 'rules');
  const found = new Map(
    findingsByNumber(
      db,
      verdicts.before,
      byEstate.map(({ finding }) => finding),
      checks,
    ).map((finding) => [finding.id, finding]),
  );
  const now = verdictIndex(verdicts.after);
  const again = same && { verdicts: same.comparison.verdicts.before };
  const today = again && verdictIndex(again.verdicts);
  const changes = byEstate.flatMap(({ difference, finding }): SavedChange[] => {
    const one = found.get(finding);
    const saving = one?.verdict.saving;
    if (!one || !saving) return [];
    const row = verdicts.before.resource[finding]!;
    const match = today?.find(one.check.id, row, one.subKey);
    return [
      {
        difference,
        check: one.check.id,
        resource: row,
        account: one.resource.account,
        service: one.resource.type.split('::')[1] ?? one.resource.type,
        how: now.siblings(one.check.id, row) ? 'changed' : 'gone',
        action: saving.action,
        kind: saving.kind,
        was: saving.monthly,
        is: match === undefined ? saving.monthly : again!.verdicts.saving[match]!,
        seen: Object.keys(one.verdict.seen ?? {}),
      },
    ];
  });
  return {
    changes,
    priceDate: { was: priceDateOf(db, before.judgement), is: priceDateOf(db, after.judgement) },
    bill: billOf(db, before.id, after.id),
    byRules: {
      findings: byRules.length,
      was: byRules.reduce((sum, { finding }) => sum + verdicts.before.saving[finding]!, 0),
    },
  };
}

const priceDateOf = (db: Db<EngagementSchema>, judgement: number): string =>
  db.get(db.q.selectFrom('judgement').select('price_date').where('id', '=', judgement))!.price_date;
