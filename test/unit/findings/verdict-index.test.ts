import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictIndex } from '../../../src/engine/findings/verdict-index.ts';
import { someJudgement } from '../../support/judgement.ts';

test('finds what a look at every verdict finds', () => {
  fc.assert(
    fc.property(someJudgement, (verdicts) => {
      const index = verdictIndex(verdicts);
      const numbers = Array.from({ length: verdicts.size }, (_, number) => number);
      for (const check of ['c', 'd', 'e'])
        for (let resource = -1; resource < 8; resource++) {
          const all = numbers.filter(
            (number) =>
              verdicts.checks[verdicts.rule[number]!] === check && verdicts.resource[number] === resource,
          );
          expect(index.siblings(check, resource)).toEqual(all.length > 0 ? all : undefined);
          for (const key of ['', 'x', 'y', 'z'])
            expect(index.find(check, resource, key)).toBe(
              all.find((number) => verdicts.subKey(number) === key),
            );
        }
    }),
  );
});
