import { randomUUID } from 'node:crypto';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/model/languages.ts';
import type { ReportKind } from '../../shared/model/report.ts';
import type { Session } from '../session.ts';

/** A finished report that is looked at and not saved yet. */
export interface Preview {
  /** The open engagement that it was made of; in another one it means nothing. */
  session: Session;
  kind: ReportKind;
  snapshot: number;
  /** Digest of the rules that it was made with. */
  rules: string;
  language: Language;
  pages: number;
  bytes: Uint8Array;
  sha256: string;
}

/** One window looks at one report; the one before is kept until it is let go, and no more. */
const MOST = 2;

/** Finished reports in the engine's memory. They hold a client's data, so they go as soon as nobody looks. */
export class Previews {
  readonly #kept = new Map<string, Preview>();

  keep(preview: Preview): string {
    for (const [id, { session }] of this.#kept) if (session !== preview.session) this.#kept.delete(id);
    const id = randomUUID();
    this.#kept.set(id, preview);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MOST) this.#kept.delete(oldest);
    return id;
  }

  get(id: string, session: Session): Preview {
    const preview = this.#kept.get(id);
    if (!preview || preview.session !== session)
      throw new FieldbookError(
        'report-unknown',
        'This preview is not kept any more.',
        'Make the preview again.',
      );
    return preview;
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }
}
