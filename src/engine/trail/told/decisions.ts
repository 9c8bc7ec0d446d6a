import { referenceOf, scopeLabeller } from '../../decisions/views.ts';
import type { ActionsOf } from '../../records/actions.ts';
import type { Descriptions, Speaker, Step } from './describe.ts';

export function tellDecisions({ session, texts }: Speaker): Descriptions<ActionsOf<'decision'>, 'decision'> {
  const label = scopeLabeller(session, texts);
  const termOf = (word: 'until' | 'by', day: string | null): string =>
    day === null ? '' : ` ${texts.t(`trail.${word}`, { date: dayOf(day) })}`;
  const dayOf = (day: string): string =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const decision = ({ document: { scope, verdict, expires } }: Step<'decision'>) => ({
    key: verdict,
    values: {
      of: scope.kind === 'finding' ? referenceOf(scope) : texts.t('trail.quoted', { text: label(scope) }),
      until: termOf('until', expires),
      // What is to be mended has a date of its own kind.
      by: termOf('by', expires),
    },
  });
  return {
    'decision.decide': decision,
    'decision.lift': (step) => ({ values: decision(step).values }),
  };
}

export function tellComments(): Descriptions<ActionsOf<'comment'>, 'comment'> {
  const comment = ({ document }: Step<'comment'>) => ({ values: { of: referenceOf(document.finding) } });
  return { 'comment.add': comment, 'comment.edit': comment, 'comment.remove': comment };
}
