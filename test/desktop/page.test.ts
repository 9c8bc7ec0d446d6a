import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE } from '../../src/main/security/origin.ts';
import { type Desk, type Fieldbook, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
let server: Server;
let outside: string;
const reached: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('<title>outside</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await setUpDesk();
  fieldbook = await desk.launch();
  await fieldbook.page.getByRole('heading').first().waitFor();
});
afterAll(async () => {
  await desk?.clear();
  server.close();
});

test('the page has no Node, no Electron and nothing but the bridge', async () => {
  const found = await fieldbook.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.fieldbook).sort(),
  }));
  expect(found).toEqual({ globals: [], bridge: ['call', 'cancel', 'listen'] });
});

test('the window is sandboxed, isolated and without Node', async () => {
  const preferences = await fieldbook.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    return (
      webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test.each(['fetch', 'image', 'socket', 'beacon', 'frame', 'script'])(
  'the page cannot reach the network by %s',
  async (way) => {
    await fieldbook.page.evaluate(
      async ([way, outside]) => {
        const append = (element: HTMLElement, address: string) =>
          new Promise<void>((resolve) => {
            element.setAttribute('src', address);
            element.addEventListener('error', () => resolve());
            element.addEventListener('load', () => resolve());
            document.body.append(element);
            setTimeout(resolve, 500);
          });
        const address = `${outside}/${way}`;
        if (way === 'fetch') await fetch(address).catch(() => {});
        if (way === 'image') await append(document.createElement('img'), address);
        if (way === 'frame') await append(document.createElement('iframe'), address);
        if (way === 'script') await append(document.createElement('script'), address);
        if (way === 'beacon') navigator.sendBeacon(address);
        if (way === 'socket')
          try {
            new WebSocket(address.replace('http', 'ws'));
          } catch {
            // The policy may refuse it as early as here.
          }
        await new Promise((resolve) => setTimeout(resolve, 100));
      },
      [way, outside] as const,
    );
    expect(reached).toEqual([]);
  },
);

test('even past the policy of the page, main cancels what is not ours', async () => {
  // Without the page's policy: a request that Chromium itself makes in the window's session.
  const answer = await fieldbook.app.evaluate(async ({ session }, address) => {
    const fetch = (session.defaultSession as unknown as { fetch?: (address: string) => Promise<Response> })
      .fetch;
    return fetch
      ? fetch.call(session.defaultSession, address).then(String, (error: Error) => error.message)
      : 'no fetch';
  }, `${outside}/session`);
  expect(answer).toMatch(/ERR_BLOCKED_BY_CLIENT/);
  expect(reached).toEqual([]);
});

test.each(['location', 'link', 'open', 'form'])('the page cannot leave by %s', async (way) => {
  const { page, app } = fieldbook;
  await page.evaluate(
    ([way, outside]) => {
      const address = `${outside}/${way}`;
      if (way === 'location') window.location.href = address;
      if (way === 'open') window.open(address);
      if (way === 'link') {
        const link = document.createElement('a');
        link.href = address;
        link.target = '_blank';
        document.body.append(link);
        link.click();
      }
      if (way === 'form') {
        const form = document.createElement('form');
        form.action = address;
        document.body.append(form);
        form.submit();
      }
    },
    [way, outside] as const,
  );
  await page.waitForTimeout(300);
  expect(page.url()).toBe(PAGE);
  expect(app.windows()).toHaveLength(1);
  expect(reached).toEqual([]);
});

test('text is not turned into code', async () => {
  const outcome = await fieldbook.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return 'injected' in window;
  });
  expect(outcome).toBe(false);
});

test('the page is granted nothing', async () => {
  const outcome = await fieldbook.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    ),
    position: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code),
      ),
    ),
  }));
  expect(outcome).toMatchObject({ notifications: 'denied', position: 1 });
  expect(outcome.camera).not.toBe('granted');
});

test('a call that is not in the contract is refused as a value with its code', async () => {
  const answers = await fieldbook.page.evaluate(() =>
    Promise.all([
      window.fieldbook.call({ id: '1', method: 'app.erase', args: {} }),
      window.fieldbook.call({ id: '2', method: 'aws.whoami', args: { profile: 7 } }),
    ]),
  );
  expect(answers).toMatchObject([{ error: { code: 'bad-input' } }, { error: { code: 'bad-input' } }]);
});

test('a page that crashes is loaded again', async () => {
  const title = await fieldbook.app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const loaded = new Promise((resolve) => webContents.once('did-finish-load', () => resolve(true)));
    webContents.forcefullyCrashRenderer();
    await loaded;
    return webContents.executeJavaScript("document.querySelector('h1')?.textContent ?? document.title");
  });
  expect(title).toMatch(/Open an engagement|Fieldbook/);
});
