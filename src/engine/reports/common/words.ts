import type { ResourceIdentity } from '../../../shared/model/resource.ts';
import type { Edition } from './edition.ts';
import type { ReportFinding } from './input.ts';

/** A place subject stands for the resources of a type that could not be listed; see placeSubject in checks/judge.ts. */
export const isPlace = (resource: ResourceIdentity): boolean => resource.arn.startsWith('place:');

/** What a person calls the resource. */
export const nameOf = (resource: ResourceIdentity, { say }: Edition): string =>
  isPlace(resource)
    ? say('resource.allOf', { type: resource.type })
    : resource.name ||
      resource.arn.slice(Math.max(resource.arn.lastIndexOf(':'), resource.arn.lastIndexOf('/')) + 1);

/** Account and region as one phrase. */
export const placeOf = (resource: ResourceIdentity, edition: Edition): string =>
  `${edition.accountName(resource.account)} · ${regionName(resource.region, edition)}`;

export const regionName = (region: string, { say }: Edition): string =>
  region === 'global' ? say('resource.global') : region;

/** The sentence that explains a verdict. */
export function reasonOf(finding: ReportFinding, { texts }: Edition): string {
  const { reason, parameters = {} } = finding.verdict;
  if (reason === 'unread')
    return texts.t('findings.unread', {
      ...parameters,
      outcome: texts.t(`findings.outcomes.${String(parameters.outcome)}`),
    });
  return texts.t(`checks.${finding.checkId}.reasons.${reason}`, parameters);
}

/** Permissions that would let the missing reads of a verdict through, each once. */
export const missingPermissions = (findings: readonly ReportFinding[]): string[] =>
  [
    ...new Set(
      findings.flatMap((finding) =>
        (finding.verdict.missing ?? []).flatMap((missing) => missing.permission ?? []),
      ),
    ),
  ].sort();

const schemes = ['WA', 'CIS', 'FSBP', 'HIPAA'];

/** A reference such as `CIS-7.0:6.3` in words. HIPAA is never complied with by a tool: there is evidence for it. */
export function referenceName(reference: string, { say }: Edition): string {
  const at = reference.indexOf(':');
  const [scheme, version] = reference.slice(0, at).split('-', 2);
  if (!scheme || !schemes.includes(scheme)) return reference;
  return say(`references.${scheme}`, { id: reference.slice(at + 1), version: version ?? '' });
}

/** What was decided of a finding, in a line of the appendix. */
export function decisionLine({ decision }: ReportFinding, { say, date }: Edition): string {
  if (!decision) return '';
  const { verdict, owner, expires } = decision;
  return [
    say(`decisions.line.${verdict}`),
    ...(owner ? [owner] : []),
    ...(expires === null ? [] : [say('decisions.line.until', { date: date(expires) })]),
  ].join(' · ');
}
