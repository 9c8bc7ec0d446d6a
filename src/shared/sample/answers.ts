import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { Level } from '../model/checklist.ts';
import { aspects } from './interviews/aspects.ts';
import { deliveryMetrics } from './interviews/delivery-metrics.ts';
import { devops } from './interviews/devops.ts';
import type { Said } from './interviews/interview.ts';
import { observability } from './interviews/observability.ts';
import { security } from './interviews/security.ts';
import { languageOf, spoken } from './words.ts';

const said = { security, devops, observability, 'delivery-metrics': deliveryMetrics, aspects };

/** What the kickoff agreed should be reached by the end of the year, in percent. */
const targets: Record<string, number> = {
  'aspect:security-compliance': 75,
  'aspect:networking': 70,
  'aspect:cost-optimization': 60,
  'aspect:scalability': 65,
  'aspect:best-practices': 70,
  'stage:plan': 60,
  'stage:build': 75,
  'stage:test': 65,
  'stage:deliver': 75,
  'stage:deploy': 70,
  'stage:operate': 65,
  'stage:observe': 65,
  'stage:feedback': 60,
  'principle:automation': 75,
  'principle:monitoring': 65,
};

/** Fills an engagement with what was said in the interviews at Acme Health. */
export async function fillAnswers(client: Client<Contract>): Promise<void> {
  const { checklists } = client;
  const heard = spoken(said, await languageOf(client));
  await checklists.adopt({ templates: Object.keys(said) });
  for (const [checklist, answers] of Object.entries(heard)) {
    const { items } = await checklists.items({ checklist });
    const proposed = new Map(items.map(({ item, state }) => [item.id, state.proposal?.level ?? null]));
    for (const [name, answer] of Object.entries(answers)) {
      const item = `${checklist}-${name}`;
      await checklists.answer({ item, ...given(answer, proposed.get(item) ?? null) });
    }
  }
  await checklists.setTargets({
    targets: Object.entries(targets).map(([id, percent]) => ({ id, percent })),
  });
}

function given(said: Said<string>, proposed: Level | null) {
  if (typeof said === 'number') return { level: said };
  if (Array.isArray(said)) return { level: said[0], note: said[1] };
  if ('take' in said) return proposed === null ? { level: said.take } : { accept: true as const };
  const note = said.note === undefined ? {} : { note: said.note };
  if ('not' in said) return { notApplicable: said.not, ...note };
  // Where the scan says the same, there is nothing to explain.
  const reason =
    'otherwise' in said && said.otherwise !== undefined && proposed !== said.level
      ? { reason: said.otherwise }
      : {};
  if ('choice' in said) return { choice: said.choice, ...reason, ...note };
  if ('number' in said) return { number: said.number, ...note };
  return { level: said.level, ...reason, ...note };
}
