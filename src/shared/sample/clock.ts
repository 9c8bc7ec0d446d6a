import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';

/**
 * What is written next into the sample engagement happens at that moment of its story; null: now. A sample that was
 * made before it had a time of its own goes on in the time of the machine.
 */
export async function at({ engagement }: Client<Contract>, moment: string | null): Promise<void> {
  if ((await engagement.current({}))?.sample) await engagement.setClock({ at: moment });
}
