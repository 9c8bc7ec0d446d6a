import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import {
  type Decision,
  type DecisionScope,
  decisionScopeSchema,
  type FindingIdentity,
  stateOf,
} from '../../shared/model/decision.ts';
import { labeller } from '../findings/labels.ts';
import type { Finding } from '../findings/read.ts';
import { findingReference } from '../findings/reference.ts';
import { titleOf } from '../findings/words.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';

type Detail = z.input<Contract['findings']['get']['result']>;

/** Names scopes for a person. */
export function scopeLabeller(session: Session, texts: Texts): (scope: DecisionScope) => string {
  const accountName = labeller(session, 'account', texts);
  const title = (check: string) => (session.checks.has(check) ? titleOf(check, texts) : check);
  const say = (key: string, values: Record<string, unknown>) => texts.t(`decisions.scopes.${key}`, values);
  return (scope) => {
    switch (scope.kind) {
      case 'finding':
        return say('finding', { title: title(scope.check), name: nameOf(scope.resource) });
      case 'resource':
        return say('resource', { name: nameOf(scope.resource) });
      case 'check':
        return say('check', { title: title(scope.check) });
      case 'tag': {
        const { key, value, check } = scope;
        return check === null
          ? say('tag', { key, value })
          : say('tagCheck', { key, value, title: title(check) });
      }
      case 'account': {
        const { label: name } = accountName(scope.account);
        return scope.check === null
          ? say('account', { name })
          : say('accountCheck', { name, title: title(scope.check) });
      }
    }
  };
}

const nameOf = ({ name, arn }: FindingIdentity['resource']): string => name || arn;

export const referenceOf = ({ check, resource, subKey }: FindingIdentity): string =>
  findingReference(check, resource.type, resource.arn, subKey);

export function decisionViewer(session: Session, texts: Texts) {
  const label = scopeLabeller(session, texts);
  return (decision: Decision): Detail['decisions'][number] => ({
    ...decision,
    state: stateOf(decision, session.today),
    label: label(decision.scope),
    ref: decision.scope.kind === 'finding' ? referenceOf(decision.scope) : null,
  });
}

export const identityOf = ({ check, resource, subKey }: Finding): FindingIdentity => ({
  check: check.id,
  resource,
  subKey,
});

/** The documents of decisions in the journal that may be about a resource, whatever has become of them. */
export function pastDecisions(session: Session, arn: string) {
  const rows = session.db
    .prepare<{
      step: string;
      at: string;
      who: string;
      what: string;
      before: string | null;
      after: string | null;
    }>(
      `SELECT step, at, who, what, before, after FROM journal
       WHERE kind = 'decision'
         AND (instr(coalesce(after, before), ?) > 0 OR coalesce(after, before) NOT LIKE '%"arn":%')
       ORDER BY id DESC`,
    )
    .all(JSON.stringify(arn).slice(1, -1));
  return rows.map(({ before, after, ...row }) => {
    const document = JSON.parse(after ?? before!) as Decision;
    return { ...row, removed: after === null, document, scope: decisionScopeSchema.parse(document.scope) };
  });
}
