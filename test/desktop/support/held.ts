import type { Page } from 'playwright';

/** Nothing of the engine moves while this is done, which may be its end. */
export async function withEngineHeld(page: Page, work: () => Promise<void>): Promise<void> {
  const { engine } = await page.evaluate(async () => {
    const answer = await window.fieldbook.call({ id: 'engine', method: 'desktop.start', args: {} });
    return (answer as unknown as { value: { engine: { pid: number } } }).value;
  });
  process.kill(engine.pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    letGo(engine.pid);
  }
}

function letGo(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It was killed meanwhile.
  }
}
