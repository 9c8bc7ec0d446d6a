import type { Page } from 'playwright';

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
