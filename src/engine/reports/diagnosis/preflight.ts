import type { Texts } from '../../texts.ts';
import {
  blocks,
  commonProblems,
  missingTexts,
  type Printed,
  type Problem,
  printedFinding,
} from '../common/preflight.ts';
import type { DiagnosisInput } from './input.ts';

/** Looks the input over before anything is set. Blocking problems first. */
export const preflight = (input: DiagnosisInput, texts: Texts): Problem[] =>
  commonProblems(input, printed(input), textProblems(input, texts));

function textProblems({ checks, findings }: DiagnosisInput, texts: Texts): Problem[] {
  const run = new Set(checks.map((check) => check.id));
  const orphans = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const { id } of checks)
    for (const part of ['title', 'risk', 'steps']) keys.set(`checks.${id}.${part}`, id);
  for (const { ref, checkId, verdict } of findings) {
    if (!run.has(checkId)) orphans.set(checkId, orphans.get(checkId) ?? ref);
    if (verdict.reason !== 'unread') keys.set(`checks.${checkId}.reasons.${verdict.reason}`, ref);
  }
  return [
    ...[...orphans].map(([check, ref]) => blocks('check-missing', ref, { check })),
    ...missingTexts(keys, texts),
  ];
}

function* printed({ resources, findings, systems }: DiagnosisInput): Generator<Printed> {
  for (const { arn, name } of resources) {
    yield [arn, name, 'sans'];
    yield [arn, arn, 'mono'];
  }
  for (const finding of findings) yield* printedFinding(finding);
  for (const { name, owner, dependsOn, verdicts } of systems)
    for (const text of [
      name,
      owner ?? '',
      ...dependsOn,
      ...verdicts.flatMap(({ values }) => Object.values(values)),
    ])
      yield [name, String(text), 'sans'];
}
