import { randomUUID } from 'node:crypto';
import { cannot } from '../cannot.ts';
import type { Session } from '../session.ts';
import { Incoming, type Stored } from './bytes.ts';

/** Bytes that a page sends in parts. */
export class Uploads {
  readonly #open = new Map<string, { session: Session; incoming: Incoming }>();

  begin(session: Session): string {
    // Those of an engagement that was closed went with it.
    for (const [id, one] of this.#open) if (one.session !== session) this.#open.delete(id);
    const id = randomUUID();
    this.#open.set(id, { session, incoming: new Incoming(session.db) });
    return id;
  }

  append(session: Session, id: string, bytes: Uint8Array): void {
    const incoming = this.#get(session, id);
    try {
      incoming.append(bytes);
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
  }

  finish(session: Session, id: string): Stored {
    const incoming = this.#get(session, id);
    this.#open.delete(id);
    if (incoming.size > 0) return incoming.finish();
    incoming.drop();
    throw cannot('bad-input', 'evidence.nothingSent');
  }

  drop(session: Session, id: string): void {
    if (this.#open.get(id)?.session !== session) return;
    this.#open.get(id)!.incoming.drop();
    this.#open.delete(id);
  }

  #get(session: Session, id: string): Incoming {
    const one = this.#open.get(id);
    if (one?.session !== session) throw cannot('bad-input', 'evidence.transferUnknown');
    return one.incoming;
  }
}
