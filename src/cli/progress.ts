import type { WriteStream } from 'node:tty';

export interface Progress {
  /** Shows the state of the work; on a terminal in place, elsewhere as a line every few seconds. */
  update(text: string): void;
  /** Ends the line with what was reached. */
  done(text: string): void;
}

const PLAIN_EVERY_MS = 5000;

export function progressLine(stream: NodeJS.WriteStream | WriteStream): Progress {
  let told = Number.NEGATIVE_INFINITY;
  if (!stream.isTTY)
    return {
      update(text) {
        const now = performance.now();
        if (now - told < PLAIN_EVERY_MS) return;
        told = now;
        stream.write(`${text}\n`);
      },
      done(text) {
        stream.write(`${text}\n`);
      },
    };
  const show = (text: string, end: string) =>
    stream.write(`\r\x1b[2K${text.slice(0, stream.columns - 1)}${end}`);
  return {
    update(text) {
      const now = performance.now();
      if (now - told < 80) return;
      told = now;
      show(text, '');
    },
    done: (text) => {
      show(text, '\n');
    },
  };
}
