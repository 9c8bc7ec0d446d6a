import { expect, test } from 'vitest';
import type { Handlers } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import { info, stubEngine } from '../../support/stub-engine.ts';

const { handlers } = stubEngine();

test('a missing handler does not compile', () => {
  const { info: _info, ...rest } = handlers.app;
  // @ts-expect-error: app.info is missing
  const incomplete: Handlers<Contract> = { ...handlers, app: rest };
  expect(incomplete).toBeDefined();
});

test('a handler with another result does not compile', () => {
  const many = { ...info, checks: 'many' };
  // @ts-expect-error: checks is a number
  const wrong: Handlers<Contract>['app']['info'] = () => many;
  expect(wrong).toBeDefined();
});
