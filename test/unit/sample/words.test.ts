import { expect, test } from 'vitest';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import type { Language } from '../../../src/shared/model/languages.ts';
import { fillAdvice } from '../../../src/shared/sample/advice.ts';
import { fillAnswers } from '../../../src/shared/sample/answers.ts';
import { fillDecisions } from '../../../src/shared/sample/decisions.ts';
import { fillEvidence } from '../../../src/shared/sample/evidence.ts';
import { closeSampleDiagnosis, closeSampleRoadmap, samplePhases } from '../../../src/shared/sample/phases.ts';
import { fillSystems } from '../../../src/shared/sample/systems.ts';
import { reviseSystems } from '../../../src/shared/sample/systems-later.ts';

const finding = { id: 'f', ref: 'f', resource: {} };
/** One that goes by every name. */
const findings = Object.assign([finding], { find: () => finding });
const kinds = ['finding', 'resource', 'check', 'account'] as const;

/** What an engagement in that language would have to know while it is filled. */
const answersIn = (language: Language): Record<string, unknown> => ({
  'engagement.overview': { engagement: { language } },
  'scan.list': { snapshots: [{ id: 's', judged: true }] },
  'inventory.page': { systems: [] },
  'inventory.save': { id: 'i' },
  'evidence.upload': { upload: 'u' },
  'checklists.items': { items: [] },
  'phases.list': { phases: samplePhases(language) },
  'recommendations.adopt': { ids: [] },
  'recommendations.write': { id: 'own' },
  'findings.page': { findings },
  'decisions.scopes': {
    scopes: [
      ...kinds.map((kind) => ({ scope: { kind, check: 'c' } })),
      { scope: { kind: 'tag', key: 'environment', check: 'c' } },
    ],
  },
});

/** All that is written into an engagement, by call. */
async function written(language: Language): Promise<unknown[]> {
  const calls: unknown[] = [];
  const known = answersIn(language);
  const domain = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, call: string) => async (given: object) => {
          // Both languages of a recommendation are kept, whatever the engagement's own is.
          if (!('language' in given)) calls.push({ [`${name}.${call}`]: given });
          return known[`${name}.${call}`] ?? {};
        },
      },
    );
  const client = new Proxy({}, { get: (_, name: string) => domain(name) }) as Client<Contract>;
  calls.push(samplePhases(language));
  await fillSystems(client);
  await fillEvidence(client);
  await fillAnswers(client);
  await closeSampleDiagnosis(client);
  await fillAdvice(client);
  await closeSampleRoadmap(client);
  await reviseSystems(client);
  await fillDecisions(client);
  return calls;
}

/** Strings by where they stand. */
const strings = (value: unknown, at = ''): [string, string][] =>
  typeof value === 'string'
    ? [[at, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => strings(one, `${at}/${key}`))
      : [];

/** Names of people, products and fields, and what a terminal printed. */
const sameInAll =
  /^(?:Marta Solís|Devon Clarke|Priya Raman|Jonas Weber|Helen Ochoa|Microsoft 365|Jira Service Management|Google Cloud \(Firebase, BigQuery\)|\$ aws .*)$/s;

test('what people wrote in the sample is in the language of the engagement', async () => {
  const [english, spanish] = [strings(await written('en')), new Map(strings(await written('es')))];
  const proses = english.filter(([, text]) => text.includes(' ') && !sameInAll.test(text));
  for (const call of ['decisions.decide', 'comments.add', 'checklists.answer', 'phases.close'])
    expect(proses.map(([at]) => at)).toContainEqual(expect.stringContaining(call));
  expect(proses.length).toBeGreaterThan(150);
  expect(proses.filter(([at, text]) => spanish.get(at) === text)).toEqual([]);
  expect(spanish.size).toBe(english.length);
});
