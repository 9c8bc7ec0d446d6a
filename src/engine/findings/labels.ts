import {
  expressionOf,
  type FindingExpression,
  type FindingFilter,
  type GroupName,
} from '../../shared/model/finding-query.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';
import { resourceReader } from './read.ts';
import { titleOf } from './words.ts';

/** What a value of a property is called, and what tells it from others of that name. */
export interface Label {
  label: string;
  detail: string | null;
}

/** Names values of a property for a person: titles of checks, names of accounts and resources. */
export function labeller(session: Session, by: GroupName, texts: Texts): (value: string) => Label {
  const plain = (label: string, detail: string | null = null): Label => ({ label, detail });
  switch (by) {
    case 'check':
      return (id) => (session.checks.has(id) ? plain(titleOf(id, texts), id) : plain(id));
    case 'aspect':
      return (aspect) =>
        plain(texts.has(`findings.aspects.${aspect}`) ? texts.t(`findings.aspects.${aspect}`) : '–');
    case 'severity':
      return (severity) => plain(texts.t(`findings.severities.${severity}`));
    case 'decision':
      return (state) => plain(texts.t(`findings.decisions.${state}`));
    case 'status':
      return (status) => plain(texts.t(`findings.statuses.${status}`));
    case 'account': {
      const rows = session.db.all(session.db.q.selectFrom('account').select(['aws_id', 'name']));
      const names = new Map(rows.map(({ aws_id, name }) => [aws_id, name]));
      return (id) => {
        const name = names.get(id);
        return name && name !== id ? plain(name, id) : plain(id);
      };
    }
    case 'resource': {
      const resource = resourceReader(session.db);
      return (row) => {
        const { name, arn } = resource(Number(row));
        return plain(name, arn);
      };
    }
    case 'region':
    case 'type':
      return (value) => plain(value);
  }
}

/** A filter whose parts of titles have become the checks that bear them. */
export const inWords = (filter: FindingFilter, session: Session, texts: Texts): FindingFilter => ({
  where: withTitles(expressionOf(filter), session, texts),
});

/** Titles are words of a language, which columns do not hold: a part of one stands for the ids of its checks. */
function withTitles(expression: FindingExpression, session: Session, texts: Texts): FindingExpression {
  if ('and' in expression) return { and: expression.and.map((one) => withTitles(one, session, texts)) };
  if ('or' in expression) return { or: expression.or.map((one) => withTitles(one, session, texts)) };
  const { property, operator, values } = expression;
  if (operator !== 'contains' || (property !== 'text' && property !== 'check')) return expression;
  const parts = values.map((value) => value.toLowerCase());
  const ids = [...session.checks.keys()].filter((id) => {
    const title = titleOf(id, texts).toLowerCase();
    return parts.some((part) => title.includes(part));
  });
  return ids.length === 0
    ? expression
    : { or: [expression, { property: 'check', operator: 'is', values: ids }] };
}
