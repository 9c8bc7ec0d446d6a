import type { Port } from './port.ts';

/** Two ends within one process, with the manners of a real channel: messages are cloned and come later. */
export function portPair(): [Port, Port] {
  const left = new End();
  const right = new End();
  left.other = right;
  right.other = left;
  return [left, right];
}

class End implements Port {
  other!: End;
  #closed = false;
  #waiting: unknown[] = [];
  #message: ((message: unknown) => void) | undefined;
  #close: ((reason: string) => void) | undefined;

  post(message: unknown): void {
    const copy = structuredClone(message);
    if (!this.#closed) queueMicrotask(() => this.other.#take(copy));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
    for (const message of this.#waiting.splice(0)) queueMicrotask(() => this.#take(message));
  }

  onClose(listener: (reason: string) => void): void {
    this.#close = listener;
  }

  close(): void {
    this.#end('closed here');
    // After the messages that are on their way.
    queueMicrotask(() => this.other.#end('closed by the other side'));
  }

  #take(message: unknown): void {
    if (this.#closed) return;
    if (this.#message) this.#message(message);
    else this.#waiting.push(message);
  }

  #end(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#close?.(reason);
  }
}
