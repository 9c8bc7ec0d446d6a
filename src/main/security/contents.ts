import type { App, WebContents } from 'electron';
import { isOurs, PAGE } from './origin.ts';

/** Every page that ever comes to be stays where it is: no other address, no second window, no embedded page. */
export function guardContents(app: App, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log));
}

function guard(contents: WebContents, log: (line: string) => void): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (isOurs(url)) return;
    event.preventDefault();
    log(`refused to go to ${url}`);
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  // Chromium asks nobody before it shows about:blank, which has no power and no content: the page comes back.
  contents.on('did-navigate', (_event, url) => {
    if (isOurs(url)) return;
    log(`came back from ${url}`);
    void contents.loadURL(PAGE);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused to open ${url}`);
    return { action: 'deny' };
  });
}
