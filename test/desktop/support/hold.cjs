/**
 * Holds the first window back until Playwright is connected, which says so by `__playwright_run`: of a window that opens
 * while it connects it is now and then never told. What it has for that itself knows only Electron's own package.
 */
const { app } = require('electron');

const ready = app.whenReady();
const connected = new Promise((resolve) => {
  globalThis.__playwright_run = resolve;
});
app.whenReady = async () => {
  await Promise.all([ready, connected]);
};
