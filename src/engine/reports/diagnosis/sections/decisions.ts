import { closingVerdicts } from '../../../../shared/model/decision.ts';
import { isAside, type ReportDecision, type ReportFinding } from '../../common/input.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { nameOf } from '../../common/words.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { severityShape } from '../../layout/marks.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, heading, lead, quiet } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** Findings under one decision, which is told once. */
interface Group {
  decision: ReportDecision;
  findings: ReportFinding[];
}

/** References that are printed beside a decision; the appendix lists them all. */
const shown = 6;

/** Accepted risks and false positives, each with its reason, who answers for it and until when. */
export function decisionsChapter(edition: Edition): Node[] {
  const { input, say, money } = edition;
  const aside = input.findings.filter(isAside);
  if (aside.length === 0) return [];
  return [
    chapterTitle(say('decisions.title'), chapterIds.decisions, edition),
    lead(say('decisions.lead', { count: aside.length })),
    ...(input.savings.aside > 0
      ? [lead(say('decisions.money', { amount: money(input.savings.aside) }))]
      : []),
    ...closingVerdicts.flatMap((verdict) =>
      ofVerdict(verdict, grouped(aside.filter(({ decision }) => decision!.verdict === verdict)), edition),
    ),
  ];
}

function ofVerdict(verdict: string, groups: Group[], edition: Edition): Node[] {
  const { say, theme, date } = edition;
  if (groups.length === 0) return [];
  const columns = [
    { width: 160, head: say('decisions.of') },
    { width: '*' as const, head: say('decisions.reason') },
    { width: 84, head: say('decisions.owner') },
    { width: 78, head: say('decisions.until') },
  ];
  const [ofWidth, reasonWidth] = widthsOf(columns) as [number, number, number, number];
  return [
    ...withRoom([heading(say(`decisions.${verdict}`), theme)], 90),
    table(
      columns,
      groups.map(({ decision, findings }): Row => {
        const [first] = findings;
        const single = findings.length === 1;
        const of = single
          ? `${edition.checkTitle(first!.checkId)}: ${nameOf(first!.resource, edition)}`
          : decision.scope;
        const refs = findings.slice(0, shown).map(({ ref }) => ref);
        const left = findings.length - refs.length;
        return {
          cells: [
            {
              stack: [
                cell([severityShape(first!.severity, size.table), `\u00a0${of}`]),
                ...refs.map((ref) => mono(ref, ofWidth, size.small, { color: theme.secondary })),
                ...(left > 0 ? [quiet(say('decisions.more', { count: left }), theme)] : []),
              ],
            },
            {
              stack: [
                cell(decision.reason),
                quiet(say('decisions.by', { who: decision.by, date: date(decision.at) }), theme),
              ],
            },
            cell(decision.owner || '–'),
            cell(decision.expires === null ? say('decisions.never') : date(decision.expires)),
          ],
          height:
            Math.max(
              heightOf(of, ofWidth - 12, size.table) + (refs.length + (left > 0 ? 1 : 0)) * size.small * 1.4,
              heightOf(decision.reason, reasonWidth, size.table) + size.small * 1.4,
            ) + 12,
        };
      }),
      theme,
    ),
  ];
}

/** One decision may cover many findings; the worst of them comes first, as everywhere. */
function grouped(findings: readonly ReportFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const decision = finding.decision!;
    const key = JSON.stringify(decision);
    const group = groups.get(key) ?? { decision, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()];
}
