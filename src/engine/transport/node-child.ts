import type { Serializable } from 'node:child_process';
import type { Port } from './port.ts';

/** What a Node child process has on either side: `process` in the child, the `ChildProcess` in its parent. */
interface IpcEnd {
  readonly connected: boolean;
  send?(message: Serializable, callback: (error: Error | null) => void): boolean;
  disconnect(): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A port over Node's IPC channel. The child must be started with `serialization: 'advanced'`. */
export function portOverIpc(end: IpcEnd): Port {
  return {
    post(message) {
      if (!end.connected) return;
      // A send that fails because the other side has gone is followed by 'disconnect', which says so.
      end.send?.(message as Serializable, () => {});
    },
    onMessage(listener) {
      end.on('message', listener);
    },
    onClose(listener) {
      let told = false;
      const once = (reason: string) => {
        if (told) return;
        told = true;
        listener(reason);
      };
      end.on('disconnect', () => once('the channel was closed'));
      // Comes instead of 'disconnect' when the process could not be started at all.
      end.on('error', (error) => once(error.message));
    },
    close() {
      if (end.connected) end.disconnect();
    },
  };
}
