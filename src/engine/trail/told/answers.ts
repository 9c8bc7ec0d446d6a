import type { Answer, ApplicabilityReason } from '../../../shared/model/records/answer.ts';
import type { ItemWords } from '../../../shared/model/records/checklist.ts';
import { wordsIn } from '../../checklists/book.ts';
import { levelOf } from '../../checklists/level.ts';
import type { Description, Descriptions, Speaker, Step } from './describe.ts';

/** Answers by the words of their questions, one as from what to what, several as what was done to all of them. */
export function tellAnswers({
  session,
  texts,
}: Speaker): Descriptions<'checklist.answer' | 'checklist.bulk', 'answer'> {
  const say = (key: string, values: Record<string, unknown> = {}) => texts.t(`trail.${key}`, values);
  /** The question as it is asked here; none when its checklist is no longer part of the engagement. */
  const asked = (id: string) => {
    for (const checklist of session.records.all('checklist')) {
      const item = checklist.template.items.find((one) => one.id === id);
      if (item) return { item, words: wordsIn(checklist, texts.language).items[id] };
    }
    return undefined;
  };
  const levelIn = (answer: Answer): number | null => {
    const question = asked(answer.id);
    return question ? levelOf(question.item, answer) : answer.level;
  };
  /** What was answered, in the way of the question; null: nothing. */
  const answerIn = (answer: Answer | null, words: ItemWords | undefined): string | null => {
    if (!answer) return null;
    if (answer.choice !== null)
      return say('quoted', { text: words?.choices?.[answer.choice] ?? answer.choice });
    if (answer.number !== null) {
      const figure = answer.number.toLocaleString(texts.locale);
      return words?.unit ? `${figure} (${words.unit})` : figure;
    }
    return answer.level === null ? null : say('level', { level: answer.level });
  };
  const why = (reason: ApplicabilityReason) =>
    texts.t(`pages.checklists.item.reasons.${reason}`).toLocaleLowerCase(texts.locale);

  const one = ({ document, before, removed }: Step<'answer'>): Description => {
    const words = asked(document.id)?.words;
    const question = say('quoted', { text: words?.question ?? document.id });
    const [was, value] = [answerIn(before, words), answerIn(document, words)];
    const told = (key: string, values: Record<string, unknown> = {}) => ({
      key,
      values: { question, ...values },
    });
    if (removed) return told('cleared');
    if (document.notApplicable !== (before?.notApplicable ?? null))
      return document.notApplicable
        ? told('not-applicable', { why: why(document.notApplicable) })
        : value === null
          ? told('applies')
          : told('value', { value });
    if (was !== value) {
      if (value === null) return told('cleared');
      if (document.source === 'scan') return told('accepted', { value });
      return was === null ? told('value', { value }) : told('changed', { was, value });
    }
    if (document.note !== (before?.note ?? '')) return told('note');
    if (document.reason !== (before?.reason ?? '')) return told('reason');
    return value === null ? told('looked') : told('confirmed', { value });
  };
  const several = (step: Step<'answer'>): Description => {
    if (step.records === 1) return one(step);
    const { document, removed } = step;
    if (removed) return { key: 'all-cleared', values: {} };
    if (document.notApplicable)
      return { key: 'all-not-applicable', values: { why: why(document.notApplicable) } };
    if (document.source === 'scan') return { key: 'all-accepted', values: {} };
    const level = levelIn(document);
    return level === null ? { key: 'all-changed', values: {} } : { key: 'all-level', values: { level } };
  };
  return { 'checklist.answer': one, 'checklist.bulk': several };
}
