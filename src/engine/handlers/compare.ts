import { FieldbookError } from '../../shared/contract/errors.ts';
import { type ComparedBy, type ResourceChange, resourceChanges } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import { compareAnswers } from '../compare/answers.ts';
import { countCauses } from '../compare/causes.ts';
import type { Comparison } from '../compare/comparison.ts';
import { evidenceFirst } from '../compare/evidence-first.ts';
import { countChanges } from '../compare/findings.ts';
import type { Labelled } from '../compare/labelled.ts';
import { propertiesChanged } from '../compare/resources.ts';
import { savedIn } from '../compare/saved.ts';
import { realisedSavings } from '../compare/savings.ts';
import { earlierOf } from '../compare/sides.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { openSavings } from '../decisions/savings.ts';
import { resourceReader } from '../findings/read.ts';
import { findingReference } from '../findings/reference.ts';
import { summaryOf, totalsOf } from '../findings/summary.ts';
import { thresholdName, titleOf } from '../findings/words.ts';
import { documentsOf, frozenRecords, milestones } from '../phases/milestones.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import type { Texts } from '../texts.ts';
import { toChanges, toOpenedChange } from './change-view.ts';

export const compareHandlers = (context: EngineContext): DomainHandlers<'compare'> => {
  const comparison = (which: Which): Comparison => {
    const session = context.session();
    const { before, after } = pair(session, which);
    return session.compared.of(before, after);
  };
  const resourceRow = ({ before, after, resources }: Comparison, number: number) => {
    const { db, plan } = context.session();
    const { change, resource } = resources[number]!;
    return {
      change,
      resource: resourceReader(db)(resource),
      properties: change === 'changed' ? propertiesChanged(db, before.id, after.id, plan, resource) : [],
    };
  };
  /** Findings of a comparison by the rules that were asked for, with their causes. */
  const findingsOf = async ({ rules, ...which }: Which & { rules: ComparedBy }) => {
    const labelled = await labelledOf(which);
    const { comparison: of, causes } = (rules === 'same-rules' && labelled.same) || labelled;
    return {
      comparison: of,
      board: of.findingBoard,
      at: (number: number) => ({ ...of.findings[number]!, cause: causes[number]! }),
    };
  };
  const labelledOf = (which: Which): Promise<Labelled> => {
    const session = context.session();
    const { before, after } = pair(session, which);
    return session.compared.labelled(before, after);
  };
  return {
    async summary({ rules, ...which }) {
      const session = context.session();
      const { before, after, findings, resources } = comparison(which);
      const same = rules === 'same-rules' ? (await labelledOf(which)).same : null;
      const infos = listSnapshots(session.db, session.auxiliaryTypes);
      const info = (uuid: string) => infos.find((one) => one.id === uuid)!;
      const was = same
        ? totalsOf(same.summary, same.priceDate, session.checks)
        : summaryOf(session.db, before.judgement, session.checks);
      const is = summaryOf(session.db, after.judgement, session.checks);
      const counts = Object.fromEntries(resourceChanges.map((change) => [change, 0])) as Record<
        ResourceChange,
        number
      >;
      for (const { change } of resources) counts[change]++;
      return {
        before: info(before.uuid),
        after: info(after.uuid),
        scores: { before: was.scores, after: is.scores },
        savings: {
          before: openSavings(was.savings, session.decided(before)),
          after: openSavings(is.savings, session.decided(after)),
        },
        findings: countChanges(same ? same.comparison.findings : findings),
        resources: counts,
      };
    },

    async findings({ filter, sort, offset, limit, ...which }, call) {
      const { comparison, board, at } = await findingsOf(which);
      const changes = await board.find(filter, sort);
      const shown = Array.from(changes.subarray(offset, offset + limit), at);
      return {
        total: changes.length,
        rows: toChanges(context.session(), comparison, shown, context.texts(call)),
      };
    },
    findingCounts: async ({ filter, by, ...which }) => ({
      counts: await (await findingsOf(which)).board.counts(filter, by),
    }),
    findingTagKeys: async ({ filter, ...which }) => (await findingsOf(which)).board.tagKeys(filter),
    findingTagValues: async ({ filter, key, ...which }) => ({
      counts: await (await findingsOf(which)).board.tagValues(filter, key),
    }),

    async finding({ ref, ...which }, call) {
      const session = context.session();
      const { comparison: compared, at } = await findingsOf(which);
      const identity = resourceReader(session.db);
      const found = compared.findings.findIndex(({ in: side, finding }) => {
        const verdicts = compared.verdicts[side];
        const { type, arn } = identity(verdicts.resource[finding]!);
        const check = verdicts.checks[verdicts.rule[finding]!]!;
        return findingReference(check, type, arn, verdicts.subKey(finding)) === ref;
      });
      if (found !== -1) return toOpenedChange(session, compared, at(found), context.texts(call));
      throw new FieldbookError(
        'finding-unknown',
        `There is no finding ${ref} that fails in one of the two snapshots.`,
        "Take a reference from 'fieldbook diff'.",
      );
    },

    async resources({ before, after, filter, sort, offset, limit }) {
      const compared = comparison({ before, after });
      const changes = await compared.resourceBoard.find(filter, sort);
      return {
        total: changes.length,
        rows: Array.from(changes.subarray(offset, offset + limit), (change) => resourceRow(compared, change)),
      };
    },
    resourceCounts: async ({ filter, by, ...which }) => ({
      counts: await comparison(which).resourceBoard.counts(filter, by),
    }),
    resourceTagKeys: ({ filter, ...which }) => comparison(which).resourceBoard.tagKeys(filter),
    resourceTagValues: async ({ filter, key, ...which }) => ({
      counts: await comparison(which).resourceBoard.tagValues(filter, key),
    }),

    resource({ arn, account, ...which }) {
      const compared = comparison(which);
      const identity = resourceReader(context.session().db);
      const number = compared.resources.findIndex(({ resource }) => {
        const found = identity(resource);
        return found.arn === arn && (account === undefined || found.account === account);
      });
      if (number !== -1) return resourceRow(compared, number);
      throw new FieldbookError(
        'resource-unknown',
        `${arn} is the same in both snapshots, or in neither.`,
        "Take an ARN from 'fieldbook diff --json'.",
      );
    },

    async rules(which, call) {
      const session = context.session();
      const { causes, rules, lost, same } = await labelledOf(which);
      const texts = context.texts(call);
      const name = namer(texts);
      return {
        differ: same !== null,
        kept: rules !== null,
        differences: (rules ?? []).map((difference) => ({
          difference,
          title: 'check' in difference ? name(difference.check) : null,
          threshold: difference.kind === 'threshold' ? thresholdName(difference.name, texts) : null,
        })),
        lost: [...lost],
        causes: countCauses(causes),
        sameRules: same && {
          ...totalsOf(same.summary, same.priceDate, session.checks),
          findings: countChanges(same.comparison.findings),
        },
      };
    },

    async groups({ of, by, key, filter, rules, ...which }, call) {
      const board =
        of === 'resources' ? comparison(which).resourceBoard : (await findingsOf({ rules, ...which })).board;
      const name = namer(context.texts(call));
      return {
        groups: (await board.groups(filter, by, key)).map((group) => ({
          ...group,
          title: by === 'check' && group.value !== null ? name(group.value) : (group.value ?? ''),
        })),
      };
    },

    async savings({ offset, limit, ...which }, call) {
      const session = context.session();
      const labelled = await labelledOf(which);
      const { byRules, ...input } = savedIn(session.db, session.checks, labelled);
      const { changes, byCheck, byAccount, byService, ...sums } = realisedSavings(input);
      const name = namer(context.texts(call));
      const identity = resourceReader(session.db);
      const { before, after } = labelled.comparison;
      const titled = (title: (value: string) => string) => (one: (typeof byCheck)[number]) => ({
        ...one,
        title: title(one.value),
      });
      return {
        ...sums,
        currency: 'USD',
        byRules,
        byCheck: byCheck.map(titled(name)),
        byAccount: byAccount.map(titled(String)),
        byService: byService.map(titled(String)),
        changes: changes.length,
        rows: changes
          .slice(offset, offset + limit)
          .map(({ check, resource, how, action, was, is, seen, counted }) => ({
            check,
            title: name(check),
            resource: identity(resource),
            how,
            action,
            properties:
              how === 'changed'
                ? evidenceFirst(
                    propertiesChanged(session.db, before.id, after.id, session.plan, resource),
                    seen,
                  )
                : [],
            was,
            is,
            counted,
          })),
      };
    },

    answers(which, call) {
      const session = context.session();
      const [before, after] = sidesOf(session, which).map((side) => answersOf(session, side));
      if (!before || !after) return { kept: false, same: 0, changes: [] };
      const texts = context.texts(call);
      const { changes, same } = compareAnswers(before, after);
      return {
        kept: true,
        same,
        changes: changes.map((change) => ({
          ...change,
          question: texts.has(`checklists.${change.item}.question`)
            ? texts.t(`checklists.${change.item}.question`)
            : null,
        })),
      };
    },
  };
};

interface Which {
  before?: string | undefined;
  after?: string | undefined;
}

/** The two snapshots; left out: the two newest that were judged. */
function pair(session: Session, { before, after }: Which) {
  const later = session.snapshot(after);
  return { before: earlierOf(session, before, later), after: later };
}

/** The two sides as they were asked for: a milestone stays one. */
function sidesOf(session: Session, which: Which): string[] {
  const { before, after } = pair(session, which);
  return [which.before ?? before.uuid, which.after ?? after.uuid];
}

/** Answers as a milestone froze them, or as they are where the side is the newest judged snapshot; else nobody kept them. */
function answersOf(session: Session, side: string): JsonValue[] | undefined {
  const { db } = session;
  if (milestones(db).some(({ id }) => id === side)) return frozenRecords(db, side, 'answer');
  if (session.snapshot(side).id !== session.snapshot(undefined).id) return undefined;
  return documentsOf(db, 'answer');
}

/** Titles of checks; one that this version does not have goes by its id. */
const namer = (texts: Texts) => (check: string) =>
  texts.has(`checks.${check}.title`) ? titleOf(check, texts) : check;
