import type { PhaseKind } from '../../shared/model/engagement.ts';
import type { ReportKind } from '../../shared/model/report.ts';
import type { Answer, CoverageData, OverviewData } from '../data/types.ts';

/** What the phase asks for now: a key of the texts, values for it, and the page where it is done. */
export interface NextStep {
  step:
    | 'scan'
    | 'resume'
    | 'judge'
    | 'accounts'
    | 'coverage'
    | 'checklists'
    | 'critical'
    | 'recommendations'
    | 'roadmap'
    | 'compare'
    | 'close'
    | ReportStep;
  values: Record<string, number>;
  to:
    | '/scans'
    | '/coverage'
    | '/checklists'
    | '/findings'
    | '/recommendations'
    | '/roadmap'
    | '/compare'
    | '/phases'
    | '/reports';
}
type ReportStep = 'diagnosis' | 'recommendationReport' | 'progressReport';

/** The report that a phase ends with. */
export const reportOf: Record<PhaseKind, ReportKind> = {
  assessment: 'diagnosis',
  suggestions: 'recommendations',
  implementation: 'progress',
};

/** The kind of the open phase, of the last one when all are closed; without phases it stands at its assessment. */
export const phaseNow = ({ phases }: Pick<OverviewData['engagement'], 'phases'>): PhaseKind =>
  (phases.find(({ closedAt }) => closedAt === null) ?? phases.at(-1))?.kind ?? 'assessment';

/** Beyond this share of reads that failed, the missing rights are worth asking for before a report is written. */
const MUCH_UNREAD = 0.05;

export interface Work {
  overview: Pick<OverviewData, 'snapshot' | 'scores' | 'open' | 'previous' | 'reports'> & {
    engagement: Pick<OverviewData['engagement'], 'phases'>;
  };
  coverage: CoverageData | null;
  checklists: Pick<Answer<'checklists', 'list'>, 'answered' | 'total'>;
  advice: Answer<'recommendations', 'counts'>;
}

/**
 * The first thing that applies: something to scan, a scan that waits, a snapshot that nobody judged; then what the open
 * phase is for, up to its report and its closing.
 */
export function nextStep(work: Work): NextStep {
  const { snapshot, scores } = work.overview;
  if (!snapshot || snapshot.state === 'cancelled') return step('scan', '/scans');
  if (snapshot.state === 'paused') return step('resume', '/scans');
  if (!scores) return step('judge', '/scans');
  return ofPhase[phaseNow(work.overview.engagement)](work) ?? afterwards(work);
}

const step = (step: NextStep['step'], to: NextStep['to'], values: NextStep['values'] = {}): NextStep => ({
  step,
  values,
  to,
});

/** What the work of each phase still lacks; undefined when it has all that it is for. */
const ofPhase: Record<PhaseKind, (work: Work) => NextStep | undefined> = {
  assessment({ overview: { snapshot, reports }, coverage, checklists }) {
    if (reports.diagnosis > 0) return undefined;
    const refused = snapshot!.accounts.filter((account) => account.refused !== null).length;
    if (refused > 0) return step('accounts', '/coverage', { count: refused });
    if (coverage && coverage.reads.failed > MUCH_UNREAD * coverage.reads.planned)
      return step('coverage', '/coverage', { count: coverage.reads.failed });
    const unanswered = checklists.total - checklists.answered;
    if (unanswered > 0) return step('checklists', '/checklists', { count: unanswered });
    return step('diagnosis', '/reports');
  },
  suggestions({ overview: { reports }, advice }) {
    if (advice.adopted === 0) return step('recommendations', '/recommendations');
    if (advice.planned === 0) return step('roadmap', '/roadmap');
    return reports.recommendations === 0 ? step('recommendationReport', '/reports') : undefined;
  },
  implementation({ overview: { open, previous, reports } }) {
    if (open.critical > 0) return step('critical', '/findings', { count: open.critical });
    if (!previous) return step('scan', '/scans');
    return reports.progress === 0 ? step('progressReport', '/reports') : undefined;
  },
};

function afterwards({ overview: { engagement, open, previous } }: Work): NextStep {
  if (engagement.phases.some(({ closedAt }) => closedAt === null)) return step('close', '/phases');
  if (open.critical > 0) return step('critical', '/findings', { count: open.critical });
  return previous ? step('compare', '/compare') : step('scan', '/scans');
}
