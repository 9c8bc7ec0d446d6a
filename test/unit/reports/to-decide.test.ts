import { describe, expect, test } from 'vitest';
import { editionOf } from '../../../src/engine/reports/recommendations/edition.ts';
import { toDecide } from '../../../src/engine/reports/recommendations/to-decide.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import type { Language } from '../../../src/shared/model/languages.ts';
import { recommendationsInput } from '../../support/recommendations-input.ts';

const backups = { kind: 'without-prerequisite', title: 'Plan backups' } as const;
const identities = { kind: 'before-prerequisite', title: 'Give pipelines identities' } as const;

/** What is left to decide where the second to fourth action stand wrongly on the roadmap. */
function decisions(language: Language = 'en') {
  const input = recommendationsInput({ findings: 60, language });
  const [second, third, fourth] = input.actions.filter(({ horizon }) => horizon !== 'done');
  second!.warnings = [backups];
  third!.warnings = [backups, identities];
  fourth!.warnings = [identities];
  const refs = [second!.ref, third!.ref, fourth!.ref];
  return { refs, all: toDecide(editionOf(input, textsOf(language))) };
}

describe('what is left to decide', () => {
  test('names what planned actions need first and is not planned, each once', () => {
    const { all, refs } = decisions();
    expect(all).toContainEqual({
      what: 'Whether what 2 planned actions need first is planned as well: “Plan backups”.',
      refs: refs.slice(0, 2),
    });
  });

  test('names what actions begin before though they need it, in the language of the report', () => {
    const { all, refs } = decisions('es');
    expect(all).toContainEqual({
      what: 'Si 2 acciones planificadas empiezan antes que lo que necesitan: «Give pipelines identities».',
      refs: refs.slice(1),
    });
  });

  test('is silent about the order where nothing is wrong with it', () => {
    const all = toDecide(editionOf(recommendationsInput({ findings: 60 }), textsOf('en')));
    expect(all.filter(({ what }) => what.includes('need'))).toEqual([]);
  });
});
