import type { Principle } from '../../../shared/model/checklist.ts';
import type { Language } from '../../../shared/model/languages.ts';
import type { Dimension } from '../../../shared/model/records/checklist.ts';
import { wordsIn } from '../../checklists/book.ts';
import { type Maturity, maturityOf } from '../../checklists/maturity.ts';
import { standingOf } from '../../checklists/standing.ts';
import type { Session } from '../../session.ts';

/** What people answered in the checklists, as a report shows it. */
export interface ReportMaturity {
  overall: MaturityFigure;
  /** By aspect, stage and principle, each in its order. */
  values: (MaturityFigure & {
    dimension: Dimension;
    value: string;
    /** Percent that was agreed on; null: none. */
    target: number | null;
  })[];
  checklists: (MaturityFigure & {
    id: string;
    title: string;
    principles: Record<Principle, MaturityFigure>;
  })[];
}

export interface MaturityFigure {
  /** Percent of what is possible; null: nothing that counts was answered. */
  score: number | null;
  answered: number;
  /** Answered or still open; what is left out was not asked. */
  asked: number;
}

export interface HasMaturity {
  /** Null: nobody answered anything. */
  maturity: ReportMaturity | null;
}

/** Answers are kept with milestones; of a snapshot by itself nobody knows those of its day, so they are those of now. */
export function reportMaturity(
  session: Session,
  milestone: string | undefined,
  language: Language,
): ReportMaturity | null {
  const { answers, checklists, targets } = standingOf(session, milestone);
  const report = maturityOf(answers, checklists, targets);
  if (report.overall.answered === 0) return null;
  const adopted = new Map(checklists.map((one) => [one.id, one]));
  return {
    overall: figureOf(report.overall),
    values: report.values.map(({ dimension, value, target, ...of }) => ({
      dimension,
      value,
      target,
      ...figureOf(of),
    })),
    checklists: report.checklists.map(({ checklist, principles, ...of }) => ({
      id: checklist,
      title: wordsIn(adopted.get(checklist)!, language).title,
      ...figureOf(of),
      principles: Object.fromEntries(
        Object.entries(principles).map(([name, one]) => [name, figureOf(one)]),
      ) as Record<Principle, MaturityFigure>,
    })),
  };
}

const figureOf = ({ score, answered, open }: Maturity): MaturityFigure => ({
  score,
  answered,
  asked: answered + open,
});
