import type { DecisionScope } from '../../shared/model/decision.ts';
import type { Finding } from '../findings/read.ts';
import { resourceDetail } from '../resources/detail.ts';
import type { Session } from '../session.ts';
import type { Judged } from '../snapshot/list.ts';
import type { Texts } from '../texts.ts';
import { identityOf, scopeLabeller } from './views.ts';

/** Tags that are offered as scopes; more would hide the rest. */
const TAGS = 8;

/** What a decision about a finding could be about, narrowest first, with how many open findings each covers. */
export function scopesOf(
  session: Session,
  judged: Judged,
  finding: Finding,
  texts: Texts,
): { scope: DecisionScope; label: string; findings: number }[] {
  const { check, resource } = finding;
  const tags = resourceDetail(session.db, judged.id, session.plan, resource)?.tags ?? {};
  const ofTags = Object.entries(tags)
    .filter(([key]) => key !== 'Name' && !key.startsWith('aws:'))
    .slice(0, TAGS);
  const scopes: DecisionScope[] = [
    { kind: 'finding', ...identityOf(finding) },
    { kind: 'resource', resource },
    ...ofTags.map(([key, value]): DecisionScope => ({ kind: 'tag', key, value, check: check.id })),
    { kind: 'account', account: resource.account, check: check.id },
    { kind: 'check', check: check.id },
    ...ofTags.map(([key, value]): DecisionScope => ({ kind: 'tag', key, value, check: null })),
    { kind: 'account', account: resource.account, check: null },
  ];
  const { covered, open } = session.decided(judged);
  const label = scopeLabeller(session, texts);
  const count = (scope: DecisionScope): number => {
    const found = covered(scope);
    let n = 0;
    if (found instanceof Int32Array) for (const verdict of found) n += open[verdict]!;
    else
      for (const [start, end] of found)
        for (let verdict = start; verdict < end; verdict++) n += open[verdict]!;
    return n;
  };
  return scopes.map((scope) => ({ scope, label: label(scope), findings: count(scope) }));
}
