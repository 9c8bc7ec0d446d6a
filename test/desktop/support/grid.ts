import type { Locator, Page } from 'playwright';
import { expectPage } from './expect.ts';

/** How many rows a grid has under its header, whatever part of them is drawn; -1 stands for 'not yet known'. */
export async function rowsOf(grid: Locator): Promise<number> {
  await expectPage(grid).toHaveAttribute('aria-rowcount', /^[1-9]/);
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}

/** Heads that do not stand over the cells of their column, in any grid of the page. */
export const crookedHeads = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=grid], [role=treegrid]')].flatMap((grid) =>
      [...grid.querySelectorAll('[role=columnheader]')].flatMap((head) => {
        const cell = grid.querySelector(`[role=gridcell][aria-colindex="${head.ariaColIndex}"]`);
        const [over, under] = [head, cell].map((one) => one?.getBoundingClientRect().left);
        return over === under ? [] : [`'${head.textContent}' at ${over}, its cells at ${under}`];
      }),
    ),
  );
