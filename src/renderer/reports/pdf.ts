import './older-chrome.ts';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fieldbook } from '../fieldbook.ts';

export type { PDFDocumentProxy };

/** Lays the text of a page over its picture, so that it can be selected and read aloud. */
export const { TextLayer } = pdfjs;

/** One for the whole window: it is a file of the app, which the page's policy lets through. */
let port: Worker | undefined;

/** A PDF, ready to be drawn. */
export function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  port ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  pdfjs.GlobalWorkerOptions.workerPort = port;
  return pdfjs.getDocument({
    data,
    // Nothing is to be fetched, or taken from this machine: our reports carry their fonts with them.
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  }).promise;
}

/** A preview that the engine keeps, ready to be drawn. Throws `cancelled` when the signal says so on the way. */
export const openPreview = async (preview: string, signal: AbortSignal): Promise<PDFDocumentProxy> =>
  openPdf(await bytesOf(preview, signal));

async function bytesOf(preview: string, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const answer: { base64: string; next: number | null } = await fieldbook.reports.previewBytes(
      { preview, offset },
      { signal },
    );
    parts.push(Uint8Array.from(atob(answer.base64), (character) => character.charCodeAt(0)));
    offset = answer.next;
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
