import type { Port } from './port.ts';

/** `process.parentPort` of an Electron utilityProcess; a MessagePortMain has the same shape, and a `close`. */
export interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start?(): void;
  close?(): void;
}

/** The engine's end of a utilityProcess. Electron ends the process when main has gone, so 'close' may never come. */
export function portOverElectron(end: ElectronPort): Port {
  return {
    post: (message) => end.postMessage(message),
    onMessage(listener) {
      end.on('message', ({ data }) => listener(data));
      end.start?.();
    },
    onClose(listener) {
      end.on('close', () => listener('the port was closed'));
    },
    close: () => end.close?.(),
  };
}
