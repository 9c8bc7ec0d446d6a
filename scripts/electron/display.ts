import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** For the DISPLAY variable. */
  name: string;
  stop(): void;
}

/** A screen for a window: the one that is there, or an Xvfb of our own. Other systems than Linux always have one. */
export async function openDisplay(env: NodeJS.ProcessEnv = process.env): Promise<Display> {
  if (process.platform !== 'linux' || env.DISPLAY) return { name: env.DISPLAY ?? '', stop: () => {} };
  // Xvfb takes the first free number and writes it down when it is ready.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => {
    xvfb.kill();
  };
  process.once('exit', stop);
  const number = await Promise.race([
    once(xvfb.stdio[3] as NodeJS.ReadableStream, 'data').then(([bytes]) => String(bytes).trim()),
    once(xvfb, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with ${code} before it was ready.`);
    }),
  ]);
  return { name: `:${number}`, stop };
}
