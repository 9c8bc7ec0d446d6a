import type { Page } from 'playwright';

/** What 200 % of the size of type leaves of a window of 1280 × 800. */
export const zoomed = { width: 640, height: 400 };

/** The smallest window that people work in, and a common screen of a laptop. */
export const sizes = [
  { width: 1024, height: 700 },
  { width: 1280, height: 800 },
];

/** What of the page is wider than its place, a line for each; of the page itself and of its cards. */
export const overruns = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main :has(h1), main .card')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => {
        const name = element.querySelector('h1, h2')?.textContent;
        return `${element.tagName} '${name}': ${element.scrollWidth} in ${element.clientWidth}`;
      }),
  );

/** Buttons of the frame that are cut off by their bar or by the window, by their names. */
export const cutButtons = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header:not(main *) button, nav a, nav button')].flatMap((button) => {
      const { left, right } = button.getBoundingClientRect();
      const bar = button.closest('header, nav')!.getBoundingClientRect();
      return left >= bar.left && right <= bar.right
        ? []
        : [`'${button.ariaLabel ?? button.textContent}': ${left} to ${right} in ${bar.left} to ${bar.right}`];
    }),
  );
