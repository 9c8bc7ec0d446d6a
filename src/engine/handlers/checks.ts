import { checks } from '../checks/index.ts';
import { readsOf } from '../checks/judge.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';

export const checksHandlers = (context: EngineContext): DomainHandlers<'checks'> => ({
  list() {
    const texts = context.texts();
    return {
      checks: checks.map((check) => {
        const reads = [...readsOf(check)];
        return {
          id: check.id,
          version: check.version,
          aspect: check.aspect,
          severity: check.severity,
          effort: check.effort,
          title: texts.t(`checks.${check.id}.title`),
          risk: texts.t(`checks.${check.id}.risk`),
          resourceTypes: check.on.map((listing) => listing.type),
          reads: reads.map((read) => read.id),
          permissions: [...new Set(reads.flatMap((read) => read.iam))].sort(),
          references: [...check.references],
        };
      }),
    };
  },
});
