import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import stripAnsi from 'strip-ansi';
import { useDraft } from '../data/draft.ts';
import { useUnsaved } from '../data/unsaved.ts';
import { useWords } from '../words.ts';

interface Props {
  /** What was pasted already. */
  text: string;
  onClose: () => void;
  onAdd: (text: string, title: string) => void;
}

/** What a terminal said, pasted as text. */
export function Capture({ text, onClose, onAdd }: Props) {
  const { t } = useWords();
  // Colours of a terminal are marks that nobody can read.
  const plain = stripAnsi(text);
  const [{ said, title }, set, drop] = useDraft(`capture ${text}`, { said: plain, title: firstLine(plain) });
  useUnsaved(said.trim() !== '');
  const end = () => {
    drop();
    onClose();
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    onAdd(said, title.trim() || firstLine(said) || t('evidence.capture.title'));
    end();
  };
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('evidence.capture.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={add} className="form">
        <Textarea
          data-autofocus={text === '' || undefined}
          label={t('evidence.capture.text')}
          description={t('evidence.capture.note')}
          value={said}
          rows={14}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => {
            const now = stripAnsi(event.currentTarget.value);
            set({ said: now, title: title === firstLine(said) ? firstLine(now) : title });
          }}
        />
        <TextInput
          data-autofocus={text !== '' || undefined}
          label={t('evidence.fields.title')}
          value={title}
          maxLength={200}
          onChange={(event) => set({ said, title: event.currentTarget.value })}
        />
        <div className="form-actions">
          <Button onClick={end}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={said.trim() === ''}>
            {t('evidence.capture.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The command, without the prompt before it. */
const firstLine = (text: string): string =>
  (text.split('\n').find((line) => line.trim() !== '') ?? '')
    .replace(/^\s*[$#>]\s*/, '')
    .slice(0, 120)
    .trim();
