import type { Texts } from '../../texts.ts';
import {
  commonProblems,
  missingTexts,
  type Printed,
  type Problem,
  printedFinding,
  warns,
} from '../common/preflight.ts';
import type { ProgressInput } from './input.ts';

/** Looks the input over before anything is set. Blocking problems first. */
export const preflight = (input: ProgressInput, texts: Texts): Problem[] =>
  commonProblems(input, printed(input), own(input, texts));

function own(input: ProgressInput, texts: Texts): Problem[] {
  const { changes, before, after, rules, maturity } = input;
  const keys = new Map<string, string>();
  for (const { finding } of changes) {
    keys.set(`checks.${finding.checkId}.title`, finding.ref);
    keys.set(`checks.${finding.checkId}.reasons.${finding.verdict.reason}`, finding.ref);
  }
  const unseen = changes.filter(({ change }) => change === 'not-rechecked').length;
  return [
    ...missingTexts(keys, texts),
    ...(before.snapshot.id === after.snapshot.id ? [warns('same-snapshot', 'snapshot')] : []),
    ...(before.at > after.at ? [warns('sides-reversed', 'snapshot')] : []),
    ...(changes.length === 0 ? [warns('nothing-changed', 'compare')] : []),
    ...(unseen > 0 ? [warns('not-rechecked', 'compare', { count: unseen })] : []),
    ...(rules.differ ? [warns('rules-differ', 'compare')] : []),
    ...(maturity === null ? [warns('no-answers', 'checklists')] : []),
  ];
}

function* printed({ changes, done, next, before, after, systems }: ProgressInput): Generator<Printed> {
  for (const { phase, note } of [before, after]) yield ['phases', `${phase ?? ''} ${note}`, 'sans'];
  for (const { ref, title, owner } of [...done, ...next]) yield [ref, `${title} ${owner}`, 'sans'];
  for (const { finding } of changes) yield* printedFinding(finding);
  if (!systems) return;
  for (const { name } of systems.changes) yield [name, name, 'sans'];
  const open = systems.open.flatMap(({ name, verdicts }) => verdicts.map((verdict) => ({ name, verdict })));
  for (const { name, verdict } of [...systems.verdicts, ...open])
    for (const text of [name, ...Object.values(verdict.values)]) yield [name, String(text), 'sans'];
}
