import type { MaturityFigure, ReportMaturity } from '../../src/engine/reports/common/maturity.ts';
import { type Principle, principles } from '../../src/shared/model/checklist.ts';
import type { Language } from '../../src/shared/model/languages.ts';
import { dimensionNames, dimensions } from '../../src/shared/model/records/checklist.ts';

const none = { score: null, answered: 0, asked: 0 };

/** What was answered in three invented checklists, `by` percent lower: some of it not at all, some without a target. */
export function reportMaturity(language: Language = 'en', by = 0): ReportMaturity {
  const figure = (at: number): MaturityFigure =>
    at % 7 === 6
      ? { score: null, answered: 0, asked: 3 }
      : { score: Math.max(0, ((at * 37) % 101) - by), answered: 2 + (at % 5), asked: 4 + (at % 6) };
  const principlesOf = (from: number) =>
    Object.fromEntries(
      principles.map((name, at) => [name, at === from ? none : figure(from + at * 2)]),
    ) as Record<Principle, MaturityFigure>;
  const es = language === 'es';
  return {
    overall: { score: 51.7 - by, answered: 113, asked: 140 },
    values: dimensionNames.flatMap((dimension, of) =>
      dimensions[dimension].map((value, at) => ({
        dimension,
        value,
        ...figure(of * 3 + at),
        target: at % 4 === 3 ? null : 60 + at * 4,
      })),
    ),
    checklists: [
      {
        id: 'devops',
        title: es ? 'Prácticas de DevOps' : 'DevOps practices',
        score: 55 - by,
        answered: 41,
        asked: 41,
        principles: principlesOf(1),
      },
      {
        id: 'security',
        title: es ? 'Seguridad' : 'Security',
        score: 52 - by,
        answered: 60,
        asked: 72,
        principles: principlesOf(2),
      },
      { id: 'finops', title: 'FinOps', score: 44 - by, answered: 12, asked: 27, principles: principlesOf(3) },
    ],
  };
}
