import type { Texts } from '../../texts.ts';
import {
  commonProblems,
  missingTexts,
  type Printed,
  type Problem,
  printedFinding,
  warns,
} from '../common/preflight.ts';
import type { RecommendationsInput } from './input.ts';

/** Looks the input over before anything is set. Blocking problems first. */
export const preflight = (input: RecommendationsInput, texts: Texts): Problem[] =>
  commonProblems(input, printed(input), own(input, texts));

function own(input: RecommendationsInput, texts: Texts): Problem[] {
  const { actions, origin, worst, uncovered } = input;
  const keys = new Map<string, string>();
  for (const { checkId } of worst) keys.set(`checks.${checkId}.title`, checkId);
  for (const { concerned } of actions)
    for (const { ref, checkId, verdict } of concerned) {
      keys.set(`checks.${checkId}.title`, ref);
      keys.set(`checks.${checkId}.reasons.${verdict.reason}`, ref);
    }
  const open = actions.filter(({ horizon }) => horizon !== 'done');
  const planned = open.filter(({ horizon }) => horizon !== null);
  const count = (code: Parameters<typeof warns>[0], of: readonly unknown[]): Problem[] =>
    of.length > 0 ? [warns(code, 'roadmap', { count: of.length })] : [];
  return [
    ...missingTexts(keys, texts),
    ...(actions.length === 0 ? [warns('no-actions', 'recommendations')] : []),
    ...(origin === 'proposed' && actions.length > 0
      ? [warns('nothing-adopted', 'recommendations', { count: actions.length })]
      : []),
    ...(origin === 'adopted'
      ? [
          ...count(
            'actions-unplanned',
            open.filter(({ horizon }) => horizon === null),
          ),
          ...count(
            'actions-undated',
            planned.filter(({ from, to }) => !from || !to),
          ),
          ...count(
            'actions-unowned',
            planned.filter(({ owner }) => owner.trim() === ''),
          ),
          ...actions
            .filter(
              ({ words }) =>
                words.problem.trim() === '' || words.outcome.trim() === '' || words.steps.length === 0,
            )
            .map(({ ref, words }) => warns('action-wordless', ref, { title: words.title })),
        ]
      : []),
    ...(uncovered > 0 ? [warns('findings-uncovered', 'recommendations', { count: uncovered })] : []),
  ];
}

function* printed(input: RecommendationsInput): Generator<Printed> {
  for (const { ref, words, acceptance, owner, code, concerned } of input.actions) {
    yield [ref, owner, 'sans'];
    for (const text of [words.title, words.problem, words.outcome]) yield [ref, text, 'sans'];
    for (const text of [...words.steps, ...words.risks, ...words.metrics]) yield [ref, text, 'sans'];
    for (const { text } of acceptance) yield [ref, text, 'sans'];
    yield [ref, code.cli ?? '', 'mono'];
    yield [ref, code.terraform ?? '', 'mono'];
    for (const finding of concerned) yield* printedFinding(finding);
  }
  for (const { title } of input.proposed) yield ['recommendations', title, 'sans'];
  for (const { title, reason } of input.dismissed) yield ['recommendations', `${title} ${reason}`, 'sans'];
  for (const { id, question, why } of input.unanswered) yield [id, `${question} ${why}`, 'sans'];
}
