import { writeSettings } from '../../src/engine/findings/settings.ts';
import type { Session } from '../../src/engine/session.ts';
import { judgementOf } from '../../src/engine/snapshot/list.ts';
import { judgeLarge } from './estate.ts';

/**
 * Milliseconds of five comparisons of two large snapshots that were judged by different rules, with differences of the
 * rules told apart from those of the infrastructure: the first is judged once more by the rules of the second. Leaves
 * one check switched off.
 */
export async function comparedByOtherRules(session: Session, runs: number): Promise<number[]> {
  const off = { check: 'ebs-gp2-to-gp3', off: 'bench', severity: null, parameters: null };
  writeSettings(session.db, new Map([[off.check, off]]));
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    // Also forgets what was compared before.
    await judgeLarge(session, 2);
    const [before, after] = [1, 2].map((id) => ({
      id,
      uuid: '',
      judgement: judgementOf(session.db, id)!.id,
    })) as [never, never];
    const started = performance.now();
    const { rules } = await session.compared.labelled(before, after);
    taken.push(performance.now() - started);
    if (!rules?.length) throw new Error('The rules were not told apart.');
  }
  return taken;
}
