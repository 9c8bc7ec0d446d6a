import { expect, test } from 'vitest';
import { phaseNamed } from '../../../src/cli/milestones.ts';
import { phaseSchema } from '../../../src/shared/model/engagement.ts';
import { thrownBy } from '../../support/errors.ts';

const phase = (id: string, name: string) => phaseSchema.parse({ id, kind: 'assessment', name });
const phases = [phase('01a2-0000c409', 'Diagnosis'), phase('01a2-00008f11', 'Mending')];

test('a phase is meant by its name, its number in the order or the end of its id', () => {
  for (const wanted of ['mending', '2', '8f11', '00008f11'])
    expect(phaseNamed(phases, wanted), wanted).toBe(phases[1]);
});

test('a number that no phase has is not taken for the end of an id', async () => {
  const { message } = await thrownBy(async () => phaseNamed(phases, '9'));
  expect(message).toBe('There is no phase 9.');
});
