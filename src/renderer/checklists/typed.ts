import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 400;

/**
 * Text that saves itself in each pause of typing, and at once when the field is left or goes away. What was changed
 * elsewhere, as by undo, is shown when nobody types.
 */
export function useTyped(kept: string, onSave: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = useRef(onSave);
  save.current = onSave;
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const flush = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { text } = waiting.current;
    waiting.current = null;
    save.current(text);
  };
  const flushed = useRef(flush);
  flushed.current = flush;
  useEffect(() => () => flushed.current(), []);
  return {
    value: draft ?? kept,
    type(text: string) {
      setDraft(text);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(() => flushed.current(), PAUSE_MS) };
    },
    leave() {
      flush();
      setDraft(null);
    },
  };
}
