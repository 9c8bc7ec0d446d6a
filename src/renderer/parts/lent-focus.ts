import { type RefObject, useEffect } from 'react';

/** The first field of a form has the focus when the form comes; whoever had it before has it again when it goes. */
export function useLentFocus(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [form]);
}
