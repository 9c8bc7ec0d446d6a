import { expect, test } from 'vitest';
import { openGateway } from '../../../src/engine/gateways.ts';
import { thrownBy } from '../../support/errors.ts';

test('a state of the sample estate that there is not is refused with those that there are', async () => {
  const error = await thrownBy(() => openGateway('sample:typo', [], { env: {} }));
  expect(error.code).toBe('profile-unknown');
  expect(error.next).toContain('sample:before, sample:after');
});
