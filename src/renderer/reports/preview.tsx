import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import type { Events } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/languages.ts';
import type { ReportKind, ReportPhase } from '../../shared/model/report.ts';
import { runJob } from '../data/jobs.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook, listen } from '../fieldbook.ts';
import type { PDFDocumentProxy } from './pdf.ts';

export interface Wanted {
  kind: ReportKind;
  snapshot?: string;
  /** The earlier side, where the report compares. */
  from?: string;
  language: Language;
}

/** A finished report that is kept for this page. */
export interface Made {
  wanted: Wanted;
  report: Answer<'reports', 'preview'>;
  pdf: PDFDocumentProxy;
  /** The logos, colours and fonts that it was made with. */
  look: string;
}

export type PreviewState =
  | { state: 'none' }
  | { state: 'making'; wanted: Wanted; phase: ReportPhase | null; share: number }
  /** `outdated`: something that it may show was changed after it was begun. */
  | { state: 'ready'; made: Made; outdated: boolean }
  | { state: 'failed'; error: ErrorData };

/**
 * A preview as a job. It outlives its page, since what pre-flight finds is mended on others; it is stopped, and what the
 * engine keeps of it is dropped, when the engagement is left.
 */
function usePreview() {
  const [state, setState] = useState<PreviewState>({ state: 'none' });
  const abort = useRef<AbortController | undefined>(undefined);
  const made = useRef<Made | undefined>(undefined);
  const outdated = useRef(false);

  const drop = useCallback(() => {
    if (!made.current) return;
    const { report, pdf } = made.current;
    made.current = undefined;
    void pdf.loadingTask.destroy();
    // An engine that went away has dropped it as well.
    fieldbook.reports.dropPreview({ preview: report.preview }).catch(() => undefined);
  }, []);

  useEffect(
    () => () => {
      abort.current?.abort();
      drop();
    },
    [drop],
  );

  useEffect(
    () =>
      listen('report.progress', ({ phase, done }) =>
        setState((now) => (now.state === 'making' ? { ...now, phase, share: done } : now)),
      ),
    [],
  );

  useEffect(
    () =>
      listen('changed', ({ what }) => {
        const mark = () => {
          outdated.current = true;
          setState((now) => (now.state === 'ready' ? { ...now, outdated: true } : now));
        };
        if (content.has(what)) mark();
        else if (looks.has(what) && made.current) {
          const { look } = made.current;
          // An engine that went away has dropped the preview as well.
          void lookOfReports().then(
            (now) => now !== look && mark(),
            () => undefined,
          );
        }
      }),
    [],
  );

  const make = useCallback(
    async (wanted: Wanted) => {
      drop();
      const control = new AbortController();
      abort.current = control;
      outdated.current = false;
      setState({ state: 'making', wanted, phase: null, share: 0 });
      try {
        const next = await runJob('report', '/reports', async (signal) => {
          signal.addEventListener('abort', () => control.abort(), { once: true });
          const look = await lookOfReports();
          const report = await fieldbook.reports.preview(wanted, { signal: control.signal });
          try {
            const { openPreview } = await import('./pdf.ts');
            return { wanted, report, look, pdf: await openPreview(report.preview, control.signal) };
          } catch (error) {
            await fieldbook.reports.dropPreview({ preview: report.preview });
            throw error;
          }
        });
        made.current = next;
        if (control.signal.aborted) drop();
        else setState({ state: 'ready', made: next, outdated: outdated.current });
      } catch (error) {
        const problem = asFieldbookError(error);
        setState(
          problem.code === 'cancelled' ? { state: 'none' } : { state: 'failed', error: problem.toData() },
        );
      }
    },
    [drop],
  );

  const cancel = useCallback(() => abort.current?.abort(), []);
  return { state, make, cancel };
}

/** Changes of what a report tells, and those among which are changes of how it looks. */
const content: ReadonlySet<Changed> = new Set(['engagement', 'findings', 'records']);
const looks: ReadonlySet<Changed> = new Set(['workspace', 'reports']);
type Changed = Events['changed']['what'];

async function lookOfReports(): Promise<string> {
  const [{ branding, logo }, client] = await Promise.all([
    fieldbook.workspace.get({}),
    fieldbook.engagement.logo({}),
  ]);
  return JSON.stringify([branding, logo, client.logo]);
}

const PreviewContext = createContext<ReturnType<typeof usePreview> | undefined>(undefined);

/** Keeps one preview for as long as it stands, which is as long as the engagement is open. */
export const PreviewKept = ({ children }: { children: ReactNode }) => (
  <PreviewContext value={usePreview()}>{children}</PreviewContext>
);

export function useKeptPreview() {
  const kept = useContext(PreviewContext);
  if (!kept) throw new Error('There is no preview outside of PreviewKept.');
  return kept;
}
