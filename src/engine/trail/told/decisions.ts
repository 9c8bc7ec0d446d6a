import type { DecisionScope } from '../../../shared/model/decision.ts';
import { referenceOf, scopeLabeller } from '../../decisions/views.ts';
import type { ActionsOf } from '../../records/actions.ts';
import type { Descriptions, Speaker, Step } from './describe.ts';

export function tellDecisions({ session, texts }: Speaker): Descriptions<ActionsOf<'decision'>, 'decision'> {
  const named = scopeNamer({ session, texts });
  const termOf = (word: 'until' | 'by', day: string | null): string =>
    day === null ? '' : ` ${texts.t(`trail.${word}`, { date: dayOf(day) })}`;
  const dayOf = (day: string): string =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const decision = ({ document: { scope, verdict, expires } }: Step<'decision'>) => ({
    key: verdict,
    values: {
      of: named(scope),
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

export function tellComments(speaker: Speaker): Descriptions<ActionsOf<'comment'>, 'comment'> {
  const named = scopeNamer(speaker);
  const comment = ({ document }: Step<'comment'>) => ({
    values: { of: named({ kind: 'finding', ...document.finding }) },
  });
  return { 'comment.add': comment, 'comment.edit': comment, 'comment.remove': comment };
}

/** What it is about by its name; a finding with its reference too, as reports print it. */
function scopeNamer({ session, texts }: Speaker): (scope: DecisionScope) => string {
  const label = scopeLabeller(session, texts);
  return (scope) => {
    const text = texts.t('trail.quoted', { text: label(scope) });
    return scope.kind === 'finding' ? `${text} (${referenceOf(scope)})` : text;
  };
}
