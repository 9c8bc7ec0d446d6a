import type { Language } from '../../../shared/model/languages.ts';
import { openSavings } from '../../decisions/savings.ts';
import { checksNeeding } from '../../findings/gaps.ts';
import { summaryOf } from '../../findings/summary.ts';
import type { Session } from '../../session.ts';
import { coverageOf } from '../../snapshot/coverage.ts';
import type { Judged } from '../../snapshot/list.ts';
import { listSnapshots } from '../../snapshot/list.ts';
import { type Texts, textsOf } from '../../texts.ts';
import { version } from '../../version.ts';
import type { Branding, CoverageGap, ReportInput, ReportSnapshot } from './input.ts';

/** What a report is asked to be of. */
export interface GatherOptions {
  /** Id of a snapshot or of a milestone; left out: the newest snapshot that was judged. */
  snapshot?: string | undefined;
  /** The earlier of two, for reports that compare; left out: the one before. */
  from?: string | undefined;
  /** Left out: the engagement's own. */
  language?: Language | undefined;
  branding: Branding;
}

/** What all reports have, of one judged snapshot. */
export function gatherCommon(session: Session, chosen: Judged, options: GatherOptions): ReportInput {
  const language = options.language ?? session.engagement.language;
  const texts = textsOf(language);
  return {
    engagement: { ...session.engagement, language },
    branding: options.branding,
    tool: { version, rules: session.rulesDigest },
    snapshot: snapshotOf(session, chosen.uuid, texts),
    gaps: gapsOf(session, chosen.id, texts),
    savings: openSavings(
      summaryOf(session.db, chosen.judgement, session.checks).savings,
      session.decided(chosen),
    ),
  };
}

export function snapshotOf(session: Session, uuid: string, texts: Texts): ReportSnapshot {
  const { id, startedAt, finishedAt, accounts, reads, calls } = listSnapshots(
    session.db,
    session.auxiliaryTypes,
    texts,
  ).find((one) => one.id === uuid)!;
  return { id, startedAt, finishedAt, accounts, reads: { planned: reads.planned, ok: reads.ok }, calls };
}

export function gapsOf(session: Session, snapshot: number, texts: Texts): CoverageGap[] {
  const needing = checksNeeding([...session.checks.values()]);
  return coverageOf(session.db, snapshot, texts).gaps.map((gap) => ({ ...gap, checks: needing(gap.read) }));
}
