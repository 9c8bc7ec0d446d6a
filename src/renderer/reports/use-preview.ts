import { useCallback, useEffect, useRef, useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
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
}

export type PreviewState =
  | { state: 'none' }
  | { state: 'making'; phase: ReportPhase | null; share: number }
  | { state: 'ready'; made: Made }
  | { state: 'failed'; error: ErrorData };

/** A preview as a job: it is stopped, and what the engine keeps of it is dropped, when its page is left. */
export function usePreview() {
  const [state, setState] = useState<PreviewState>({ state: 'none' });
  const abort = useRef<AbortController | undefined>(undefined);
  const made = useRef<Made | undefined>(undefined);

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
        setState((now) => (now.state === 'making' ? { state: 'making', phase, share: done } : now)),
      ),
    [],
  );

  const make = useCallback(
    async (wanted: Wanted) => {
      drop();
      const control = new AbortController();
      abort.current = control;
      setState({ state: 'making', phase: null, share: 0 });
      try {
        const next = await runJob('report', '/reports', async (signal) => {
          signal.addEventListener('abort', () => control.abort(), { once: true });
          const report = await fieldbook.reports.preview(wanted, { signal: control.signal });
          try {
            const { openPreview } = await import('./pdf.ts');
            return { wanted, report, pdf: await openPreview(report.preview, control.signal) };
          } catch (error) {
            await fieldbook.reports.dropPreview({ preview: report.preview });
            throw error;
          }
        });
        made.current = next;
        if (control.signal.aborted) drop();
        else setState({ state: 'ready', made: next });
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
