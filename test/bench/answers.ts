import { dispatch } from '../../src/engine/dispatch.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { clientOf } from '../../src/shared/contract/define.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { levels } from '../../src/shared/model/checklist.ts';
import { fileIn, PASSPHRASE } from './estate.ts';

export const ITEMS = 2000;
export const PIECES = 500;
const ANSWERS = 400;
const CAPTURE = 'A line of a terminal that somebody kept.\n'.repeat(1000);

/**
 * Milliseconds in which an answer is saved and given back among 2,000 questions, with evidence and a judged snapshot of
 * a large estate in the file: the work of the engine, and the page's share, which is to take the reply into what it
 * shows.
 */
export async function answersAmongMany(folder: string): Promise<number[]> {
  const engine = createEngine({ env: {}, home: folder });
  const { checklists, engagement, evidence } = clientOf(contract, (method, args) =>
    dispatch(contract, engine.handlers, method, args, { signal: new AbortController().signal }),
  );
  try {
    await engagement.open({ path: fileIn(folder), passphrase: PASSPHRASE });
    await checklists.saveTemplate(largeTemplate);
    await checklists.adopt({ templates: ['large'] });
    for (let n = 0; n < PIECES; n++)
      await evidence.addText({
        text: `${CAPTURE}${n}`,
        file: `capture-${n}.txt`,
        links: [{ kind: 'answer', id: idOf(n % ITEMS) }],
      });
    let shown = (await checklists.items({ checklist: 'large' })).items;
    const taken: number[] = [];
    for (let n = 0; n < ANSWERS; n++) {
      const item = idOf((n * 37) % ITEMS);
      const level = levels[n % 5]!;
      const started = performance.now();
      const { items } = await checklists.answer({ item, level });
      // As the page does: the states that came back take the place of those before.
      const states = new Map(items.map((state) => [state.item, state]));
      shown = shown.map((one) => {
        const state = states.get(one.item.id);
        return state ? { ...one, state } : one;
      });
      taken.push(performance.now() - started);
      if (shown.find((one) => one.item.id === item)?.state.level !== level)
        throw new Error('The answer is not shown.');
    }
    return taken;
  } finally {
    await engine.close();
  }
}

const idOf = (at: number) => `large-${at}`;
const ids = Array.from({ length: ITEMS }, (_, at) => idOf(at));
const sectionOf = (at: number) => `s-${Math.floor(at / 50)}`;
const words = { question: 'How is it done here?', why: 'It matters.', evidence: ['A record'] };

/** A template of one's own, with dependencies and with questions that a scan answers. */
const largeTemplate = {
  template: {
    id: 'large',
    version: '1.0.0',
    order: 99,
    items: ids.map((id, at) => ({
      id,
      section: sectionOf(at),
      kind: 'level' as const,
      aspect: 'security-compliance' as const,
      stage: 'build' as const,
      principle: 'automation' as const,
      weight: (at % 5) + 1,
      references: [],
      dependsOn: at % 10 === 0 ? [] : [{ item: idOf(at - 1), atLeast: 1 as const }],
      checks: at % 4 === 0 ? ['ebs-volume-unencrypted'] : [],
    })),
  },
  words: {
    en: {
      title: 'Large',
      sections: Object.fromEntries(ids.map((_, at) => [sectionOf(at), `Part ${at}`])),
      items: Object.fromEntries(ids.map((id) => [id, { ...words, levels: levels.map((n) => `Level ${n}`) }])),
    },
  },
};
