/**
 * For windows on a screen that nobody sees. Root has no sandbox. There is no graphics card: Chromium then starts its
 * graphics process, sees it fail and starts another that draws in software, and about once in a hundred times the other
 * never comes and the window stands still.
 */
export const unseen = ['--no-sandbox', '--disable-gpu'];
