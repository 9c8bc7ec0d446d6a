import type { Page } from 'playwright';

/** Nothing of the engine moves while this is done, which may be its end. */
export async function withEngineHeld(page: Page, work: () => Promise<void>): Promise<void> {
  const pid = await pidOfEngine(page);
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    letGo(pid);
  }
}

function letGo(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It was killed meanwhile.
  }
}

/** Of the process that answers a window. */
export async function pidOfEngine(page: Page): Promise<number> {
  const { engine } = await page.evaluate(async () => {
    const answer = await window.fieldbook.call({ id: 'engine', method: 'desktop.start', args: {} });
    return (answer as unknown as { value: { engine: { pid: number } } }).value;
  });
  return engine.pid;
}
