import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { sampleStates } from '../model/sample.ts';
import { fillAdvice, finishAdvice } from './advice.ts';
import { fillAnswers } from './answers.ts';
import { raiseAnswers } from './answers-later.ts';
import { fillDecisions } from './decisions.ts';
import { fillEvidence } from './evidence.ts';
import { closeSampleDiagnosis, closeSampleRoadmap, planSamplePhases } from './phases.ts';
import { fillSystems } from './systems.ts';

type State = (typeof sampleStates)[number];

/**
 * Takes the open sample engagement through its three phases, as a consultant would have done over three months: what is
 * there already is left alone, so that one which was broken off goes on where it stopped.
 * @param scan reads a state of the estate and judges it
 */
export async function fillSample(client: Client<Contract>, scan: (state: State) => Promise<unknown>) {
  const judged = async () => (await client.scan.list({})).snapshots.filter((one) => one.judged).length;

  if ((await client.phases.list({})).phases.length === 0) await planSamplePhases(client);
  if ((await judged()) === 0) await scan('before');
  if ((await client.inventory.page({ limit: 1 })).total === 0) await fillSystems(client);
  if ((await client.evidence.page({ limit: 1 })).total === 0) await fillEvidence(client);
  if ((await client.checklists.list({})).total === 0) await fillAnswers(client);
  await closeSampleDiagnosis(client);

  if ((await client.recommendations.counts({})).adopted === 0) await fillAdvice(client, { finished: false });
  await closeSampleRoadmap(client);

  if ((await judged()) === 1) {
    await finishAdvice(client);
    await scan('after');
  }
  if ((await client.decisions.list({})).decisions.length === 0) {
    await raiseAnswers(client);
    await fillDecisions(client);
  }
}
