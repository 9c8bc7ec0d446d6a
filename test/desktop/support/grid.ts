import type { Locator } from 'playwright';
import { expectPage } from './expect.ts';

/** How many rows a grid has under its header, whatever part of them is drawn; -1 stands for 'not yet known'. */
export async function rowsOf(grid: Locator): Promise<number> {
  await expectPage(grid).toHaveAttribute('aria-rowcount', /^[1-9]/);
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}
