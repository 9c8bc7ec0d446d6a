import type { EvidenceLink } from '../../../shared/model/records/evidence.ts';
import { sameLink } from '../../evidence/filter.ts';
import { linkName } from '../../evidence/names.ts';
import type { ActionsOf } from '../../records/actions.ts';
import { changedFields, type Descriptions, type Speaker, type Step } from './describe.ts';

const told = ['title', 'note', 'expiresOn'] as const;

/** Evidence by its title, with what it was linked to. */
export function tellEvidence({ session, texts }: Speaker): Descriptions<ActionsOf<'evidence'>, 'evidence'> {
  const quoted = (text: string) => texts.t('trail.quoted', { text });
  const titled = ({ document }: Step<'evidence'>) => ({ title: quoted(document.title) });
  const named = (links: readonly EvidenceLink[]) =>
    links.map((link) =>
      link.kind === 'finding' ? linkName(session, link, texts) : quoted(linkName(session, link, texts)),
    );
  const linksOnly = (some: readonly EvidenceLink[], others: readonly EvidenceLink[]) =>
    named(some.filter((link) => !others.some((other) => sameLink(link, other))));
  return {
    'evidence.add': (step) =>
      step.document.links.length === 0
        ? { key: 'alone', values: titled(step) }
        : { key: 'linked', values: { ...titled(step), links: named(step.document.links) } },
    'evidence.copy': (step) => ({
      key: step.document.copy ? 'marked' : 'original',
      values: titled(step),
    }),
    'evidence.save': (step) => {
      const fields = changedFields(step.before, step.document);
      const said = told.filter((field) => fields.includes(field));
      if (said.includes('title') && step.before)
        return { key: 'renamed', values: { ...titled(step), was: quoted(step.before.title) } };
      return {
        key: 'fields',
        values: { ...titled(step), fields: said.map((field) => texts.t(`trail.fields.evidence.${field}`)) },
      };
    },
    'evidence.link': (step) => ({
      values: { ...titled(step), links: linksOnly(step.document.links, step.before?.links ?? []) },
    }),
    'evidence.unlink': (step) => ({
      values: { ...titled(step), links: linksOnly(step.before?.links ?? [], step.document.links) },
    }),
    'evidence.remove': (step) => ({ values: titled(step) }),
  };
}
