import type { WebContents } from 'electron';
import { FieldbookError } from '../../shared/contract/errors.ts';

/** The system's print dialog for the page as it is. */
export const print = (contents: WebContents): Promise<{ printed: boolean }> =>
  new Promise((resolve, reject) =>
    contents.print({ printBackground: true }, (printed, reason) => {
      if (printed || /cancel/i.test(reason)) return resolve({ printed });
      reject(
        new FieldbookError(
          'printer-unavailable',
          'The page could not be printed.',
          'See that the system has a printer, or make a report as a PDF.',
          { details: reason },
        ),
      );
    }),
  );
