import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { fieldbook } from '../fieldbook.ts';
import { explain } from '../parts/explain.ts';
import { useWords } from '../words.ts';

interface Props {
  snapshot: string;
  note: string;
  when: string;
  readonly: boolean;
}

/** A line about a snapshot, saved while it is written and at the latest when it is left. */
export function Note({ snapshot, note, when, readonly }: Props) {
  const words = useWords();
  const { t } = words;
  const [text, setText] = useState(note);
  const save = useMutation<unknown, FieldbookError, string>({
    mutationFn: (next) => fieldbook.scan.setNote({ snapshot, note: next.trim() }),
  });
  const later = useDebouncedCallback((next: string) => save.mutate(next), {
    delay: 600,
    flushOnUnmount: true,
  });
  return (
    <TextInput
      variant="unstyled"
      aria-label={t('scans.history.noteOf', { when })}
      placeholder={readonly ? '' : t('scans.history.notePlaceholder')}
      readOnly={readonly}
      maxLength={2000}
      value={text}
      error={save.error && explain(save.error, words).what}
      rightSectionWidth={54}
      rightSectionPointerEvents="none"
      rightSection={
        <span className="secondary small" role="status">
          {save.isSuccess && text.trim() !== '' && t('scans.history.noteSaved')}
        </span>
      }
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        save.reset();
        later(value);
      }}
      onBlur={() => later.flush()}
    />
  );
}
