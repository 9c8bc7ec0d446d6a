import { useContext, useEffect, useId } from 'react';
import { fieldbook } from '../fieldbook.ts';
import { SessionContext } from './session.ts';

/** Forms that hold something typed and not saved, each with the engagement that it would go with. */
const holders = new Map<string, string | null>();
let told = false;

/** Main asks before the window closes as long as one form holds something. */
export function hold(form: string, engagement: string | null): void {
  holders.set(form, engagement);
  tellMain();
}

export function letGo(form: string): void {
  if (holders.delete(form)) tellMain();
}

function tellMain(): void {
  const unsaved = holders.size > 0;
  if (unsaved === told) return;
  told = unsaved;
  void fieldbook.desktop.setUnsaved({ unsaved });
}

/** For a form that does not save by itself: `dirty` while it holds what would be lost. */
export function useUnsaved(dirty: boolean): void {
  const form = useId();
  const engagement = useContext(SessionContext)?.engagement.id ?? null;
  useEffect(() => {
    if (!dirty) return;
    hold(form, engagement);
    return () => letGo(form);
  }, [dirty, form, engagement]);
}

/** Asks before an engagement is left in which something is not saved; true: it may be lost. */
export async function mayDiscard(): Promise<boolean> {
  if ([...holders.values()].every((engagement) => engagement === null)) return true;
  return (await fieldbook.desktop.askUnsaved({})).discard;
}
