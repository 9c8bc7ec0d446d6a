import { statuses } from '../../shared/model/finding.ts';
import type { Saving } from '../../shared/model/money.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/**
 * Two savings on one resource exclude each other: a volume that is deleted cannot also become gp3. Of each resource
 * the largest saving with complete evidence is marked as counted; every other amount is shown and not summed.
 * Gives the sums per check. Call inside a transaction.
 */
export function exclusiveSavings(
  db: Db<EngagementSchema>,
  judgement: number,
): { check: string; counted: number; advisory: number }[] {
  const rows = db.all(
    db.q
      .selectFrom('verdict')
      .innerJoin('finding', 'finding.id', 'verdict.finding_id')
      .innerJoin('rule', 'rule.id', 'finding.rule_id')
      .innerJoin('content', 'content.id', 'verdict.content_id')
      .select([
        'verdict.finding_id',
        'verdict.saving',
        'finding.resource_id',
        'rule.check_id',
        'content.body',
      ])
      .where('judgement_id', '=', judgement)
      .where('status', '=', statuses.indexOf('fail'))
      .where('verdict.saving', 'is not', null)
      .orderBy('verdict.saving', 'desc')
      .orderBy('rule.check_id'),
  );
  const count = db.prepare('UPDATE verdict SET counted = 1 WHERE judgement_id = ? AND finding_id = ?');
  const taken = new Set<number>();
  const sums = new Map<string, { counted: number; advisory: number }>();
  for (const row of rows) {
    const sum = sums.get(row.check_id) ?? { counted: 0, advisory: 0 };
    sums.set(row.check_id, sum);
    const { saving } = JSON.parse(row.body) as { saving: Saving };
    if (saving.kind === 'counted' && !taken.has(row.resource_id)) {
      taken.add(row.resource_id);
      count.run(judgement, row.finding_id);
      sum.counted += row.saving!;
    } else sum.advisory += row.saving!;
  }
  return [...sums].map(([check, sum]) => ({ check, ...sum }));
}
