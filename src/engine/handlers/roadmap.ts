import type { DomainHandlers, EngineContext } from '../context.ts';
import { writePlan } from '../exchange/plan/write.ts';
import { planned } from '../recommendations/plan.ts';
import { roadmapOf } from '../recommendations/roadmap.ts';
import { recordOf, situationOf } from '../recommendations/situation.ts';

export const roadmapHandlers = (context: EngineContext): DomainHandlers<'roadmap'> => ({
  get: ({ snapshot }, call) => roadmapOf(context.session(), snapshot, context.texts(call)),
  plan({ snapshot, id, ...change }, call) {
    const session = context.session();
    const present = {
      at: session.now().toISOString(),
      snapshot: situationOf(session, snapshot).judged?.uuid ?? null,
    };
    const record = planned(
      recordOf(session, id, context.texts(call)),
      change,
      session.records.all('recommendation').filter(({ dismissed }) => dismissed === null),
      present,
    );
    const { step } = context.change('roadmap.plan', (changes) => changes.put('recommendation', record));
    return { step };
  },
  setCapacity({ capacity }) {
    const { step } = context.change('roadmap.capacity', (changes) => {
      if (capacity === null) changes.remove('roadmap', 'roadmap');
      else changes.put('roadmap', { id: 'roadmap', capacity });
    });
    return { step };
  },
  export: ({ snapshot, format, path }, call) =>
    writePlan(context.session(), { snapshot, format, path }, context.texts(call), call.signal),
});
