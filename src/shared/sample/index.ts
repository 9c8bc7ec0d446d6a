import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { sampleStates } from '../model/sample.ts';
import { fillAdvice, finishAdvice } from './advice.ts';
import { fillAnswers } from './answers.ts';
import { raiseAnswers } from './answers-later.ts';
import { at } from './clock.ts';
import { fillDecisions, fillEarlyDecisions } from './decisions.ts';
import { fillEvidence } from './evidence.ts';
import { closeSampleDiagnosis, closeSampleRoadmap, planSamplePhases } from './phases.ts';
import { fillSystems } from './systems.ts';
import { reviseSystems } from './systems-later.ts';

type State = (typeof sampleStates)[number];

interface Steps {
  /** Reads a state of the estate and judges it. */
  scan: (state: State) => Promise<unknown>;
  /** What is to be done when all is known that the diagnosis tells, before its phase is closed. */
  diagnose?: () => Promise<unknown>;
}

/**
 * Takes the open sample engagement through its three phases, as a consultant would have done over three months, each
 * step on its day: what is there already is left alone, so that one which was broken off goes on where it stopped.
 */
export async function fillSample(client: Client<Contract>, steps: Steps): Promise<void> {
  try {
    await fill(client, steps);
  } finally {
    await at(client, null);
  }
}

async function fill(client: Client<Contract>, { scan, diagnose }: Steps): Promise<void> {
  const judged = async () => (await client.scan.list({})).snapshots.filter((one) => one.judged).length;
  const decided = async () => (await client.decisions.list({})).decisions.length;
  const on = (moment: string) => at(client, moment);

  await on('2026-09-01T08:30:00Z');
  if ((await client.phases.list({})).phases.length === 0) await planSamplePhases(client);
  await on('2026-09-07T09:00:00Z');
  if ((await judged()) === 0) await scan('before');
  await on('2026-09-09T13:20:00Z');
  if ((await client.inventory.page({ limit: 1 })).total === 0) await fillSystems(client);
  await on('2026-09-10T16:45:00Z');
  if ((await client.evidence.page({ limit: 1 })).total === 0) await fillEvidence(client);
  await on('2026-09-15T10:00:00Z');
  if ((await client.checklists.list({})).total === 0) await fillAnswers(client);
  await on('2026-09-17T11:40:00Z');
  if ((await decided()) === 0) await fillEarlyDecisions(client);
  await on('2026-09-17T14:00:00Z');
  await diagnose?.();
  await on('2026-09-18T15:30:00Z');
  await closeSampleDiagnosis(client);

  await on('2026-09-29T09:10:00Z');
  if ((await client.recommendations.counts({})).adopted === 0) await fillAdvice(client, { finished: false });
  await on('2026-10-02T14:00:00Z');
  await closeSampleRoadmap(client);

  if ((await judged()) === 1) {
    await on('2026-11-13T17:30:00Z');
    await finishAdvice(client);
    await on('2026-11-16T08:00:00Z');
    await scan('after');
  }
  // One was agreed before the diagnosis.
  if ((await decided()) === 1) {
    await on('2026-11-18T10:00:00Z');
    await raiseAnswers(client);
    await reviseSystems(client);
    await fillDecisions(client);
  }
}
