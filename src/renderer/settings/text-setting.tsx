import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useUnsaved } from '../data/unsaved.ts';
import { inOneLine } from '../parts/explain.ts';
import { useWords } from '../words.ts';

interface Props {
  label: string;
  description?: ReactNode;
  value: string;
  placeholder?: string;
  maxLength?: number;
  required?: string;
  long?: boolean;
  disabled?: boolean;
  /** It is to be written anew. */
  autoFocus?: boolean;
  /** Keeps it; what it throws stands under the field. */
  onSave: (value: string) => Promise<unknown>;
}

/** A line of text that is kept when it is left or Enter is pressed; Escape brings back what was kept. */
export function TextSetting({ value, required, long = false, onSave, ...rest }: Props) {
  const words = useWords();
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  useUnsaved(draft !== value);
  useEffect(() => {
    setDraft(value);
    setError(null);
  }, [value]);
  const save = async () => {
    const next = draft.trim();
    if (next === value) return setDraft(value);
    if (required && next === '') return setError(required);
    try {
      await onSave(next);
      setError(null);
    } catch (problem) {
      setError(inOneLine(problem, words));
    }
  };
  const props = {
    ...rest,
    value: draft,
    error,
    ...(rest.autoFocus && {
      onFocus: (event: { currentTarget: { select(): void } }) => event.currentTarget.select(),
    }),
    onBlur: () => void save(),
    onChange: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
    onKeyDown: (event: { key: string }) => {
      if (event.key === 'Escape') setDraft(value);
      if (event.key === 'Enter' && !long) void save();
    },
  };
  return long ? <Textarea autosize minRows={2} maxRows={6} {...props} /> : <TextInput {...props} />;
}
