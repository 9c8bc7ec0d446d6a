import { useHotkeys } from '@mantine/hooks';
import type { Level } from '../../shared/model/checklist.ts';
import { useUndoKeys } from '../data/undo-keys.ts';
import { type Answering, type ItemData, isOpen } from './data.ts';

interface Options {
  shown: ItemData[];
  current: ItemData | undefined;
  answering: Answering;
  readonly: boolean;
  interview: boolean;
  onGo: (item: string) => void;
  onSearch: () => void;
  onInterview: (on: boolean) => void;
  onSelect: (item: string) => void;
}

export type AnswerKeys = ReturnType<typeof useAnswerKeys>;

/** The whole work by single keys, as long as nobody types into a field. */
export function useAnswerKeys(options: Options) {
  const { shown, current, answering, readonly, interview, onGo, onSearch, onInterview, onSelect } = options;
  const at = current ? shown.indexOf(current) : -1;
  const go = (step: number) => {
    const next = shown[at + step];
    if (next) onGo(next.item.id);
  };
  /** The next that is open after this one, from the top again when there is none below. */
  const nextOpen = () => {
    const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find(({ state }) => isOpen(state));
    if (next) onGo(next.item.id);
  };
  const digit = (key: number, event: KeyboardEvent) => {
    if (!current || readonly) return;
    const { item } = current;
    if (item.kind === 'number') {
      // The figure goes on in its field.
      focusOn('figure');
      return;
    }
    event.preventDefault();
    if (item.kind === 'level' && key <= 4) void answering.answer(item.id, { level: key as Level });
    const choice = item.kind === 'choice' ? item.choices[key] : undefined;
    if (choice) void answering.answer(item.id, { choice: choice.id });
  };
  const notApplicable = () => {
    if (!current || readonly) return;
    const applies = current.state.answer?.notApplicable != null;
    void answering.answer(current.item.id, { notApplicable: applies ? null : 'not-in-scope' });
  };
  const take = () => {
    if (current && !readonly && current.state.proposal?.level != null)
      void answering.answer(current.item.id, { accept: true });
  };
  // Everywhere else these keys are the frame's, which leaves dialogs alone.
  useUndoKeys(() => interview && !readonly);
  useHotkeys(
    [
      ['j', () => go(1)],
      ['k', () => go(-1)],
      ['ArrowDown', () => go(1)],
      ['ArrowUp', () => go(-1)],
      ['ArrowRight', () => interview && go(1)],
      ['ArrowLeft', () => interview && go(-1)],
      ['u', nextOpen],
      ['n', () => focusOn('note')],
      ['e', () => !readonly && focusOn('evidence')],
      ['x', notApplicable],
      ['p', take],
      ['i', () => onInterview(!interview)],
      ['/', onSearch],
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (key): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
          String(key),
          (event) => digit(key, event),
          { preventDefault: false },
        ],
      ),
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  return { previous: () => go(-1), next: () => go(1), nextOpen, notApplicable, take, select: onSelect };
}

/** Fields that keys lead to; a note or a list of evidence is opened first by a button in its place. */
function focusOn(what: 'figure' | 'note' | 'evidence'): void {
  document.querySelector<HTMLElement>(`[data-key="${what}"]`)?.focus();
  const element = document.querySelector<HTMLElement>(`button[data-key="${what}"]`);
  element?.click();
}
