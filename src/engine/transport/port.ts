/**
 * One end of a channel between two processes. What travels is a structured clone; a message that comes before the
 * first listener waits for it. Each end has one owner, so each kind of listener is set once.
 */
export interface Port {
  /** Throws when the message holds something that cannot be cloned; a closed port swallows it. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, with a reason for a log, when the other side has gone or this side has closed. */
  onClose(listener: (reason: string) => void): void;
  close(): void;
}
