import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE } from '../../src/main/security/origin.ts';
import { type Desk, dropFile, type Fieldbook, setUpDesk } from './support/fieldbook.ts';

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
  expect(found).toEqual({ globals: [], bridge: ['call', 'cancel', 'listen', 'pathOf'] });
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

/** Ways to reach a server from inside a page; each is tried with an address of a server that listens. */
const ways = [
  'fetch',
  'xhr',
  'image',
  'style',
  'font',
  'prefetch',
  'preconnect',
  'socket',
  'event-source',
  'beacon',
  'frame',
  'object',
  'script',
  'module',
  'worker',
  'media',
  'webrtc',
  'ping',
];
test.each(ways)('the page cannot reach the network by %s', async (way) => {
  await fieldbook.page.evaluate(
    async ([way, outside]) => {
      const address = `${outside}/${way}`;
      const append = (name: string, attributes: Record<string, string>, to = document.body) =>
        new Promise<void>((resolve) => {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.addEventListener('error', () => resolve());
          element.addEventListener('load', () => resolve());
          to.append(element);
          setTimeout(resolve, 300);
        });
      const tries: Record<string, () => unknown> = {
        fetch: () => fetch(address, { mode: 'no-cors' }),
        xhr: () => {
          const request = new XMLHttpRequest();
          request.open('GET', address);
          request.send();
        },
        image: () => append('img', { src: address }),
        style: () => {
          document.body.style.backgroundImage = `url(${address})`;
        },
        font: () => new FontFace('outside', `url(${address})`).load(),
        prefetch: () => append('link', { rel: 'prefetch', href: address }, document.head),
        preconnect: () => append('link', { rel: 'preconnect', href: address }, document.head),
        socket: () => new WebSocket(address.replace('http', 'ws')),
        'event-source': () => new EventSource(address),
        beacon: () => navigator.sendBeacon(address, 'x'),
        frame: () => append('iframe', { src: address }),
        object: () => append('object', { data: address }),
        script: () => append('script', { src: address }),
        module: () => import(/* @vite-ignore */ address),
        worker: () => new Worker(address),
        media: () => append('video', { src: address, autoplay: '' }),
        webrtc: async () => {
          const url = address.replace(/^http:\/\/(.*?)\/.*$/, 'stun:$1');
          const peer = new RTCPeerConnection({ iceServers: [{ urls: url }] });
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
        },
        ping: () => {
          const link = document.createElement('a');
          link.href = '#here';
          link.ping = address;
          document.body.append(link);
          link.click();
          window.location.hash = '';
        },
      };
      try {
        await tries[way]!();
      } catch {
        // The policy may refuse it as early as here.
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    [way, outside] as const,
  );
  expect(reached).toEqual([]);
});

test('no name of a host is asked for, not even ahead of time', async () => {
  const found = await fieldbook.app.evaluate(({ app }) =>
    app.commandLine.getSwitchValue('host-resolver-rules'),
  );
  expect(found).toBe('MAP * ~NOTFOUND');
});

test('nothing can be installed that would outlive the page', async () => {
  const outcome = await fieldbook.page.evaluate(() =>
    navigator.serviceWorker.register('/assets/worker.js').then(
      () => 'registered',
      (error: Error) => error.name,
    ),
  );
  expect(outcome).not.toBe('registered');
});

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

const addresses = (outside: string) => [
  `${outside}/away`,
  'file:///etc/passwd',
  'app://other/index.html',
  'app://workbench.evil/index.html',
  'data:text/html,<h1>away</h1>',
  'blob:null/away',
  'about:blank#away',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
];
test.each(['location', 'replace', 'link', 'open', 'form', 'refresh'])(
  'the page cannot leave by %s',
  async (way) => {
    const { page, app } = fieldbook;
    await page.evaluate(
      ([way, addresses]) => {
        for (const address of addresses)
          try {
            if (way === 'location') window.location.href = address;
            if (way === 'replace') window.location.replace(address);
            if (way === 'open') window.open(address, '_blank', 'nodeIntegration=yes');
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
            if (way === 'refresh') {
              const meta = document.createElement('meta');
              meta.httpEquiv = 'refresh';
              meta.content = `0;url=${address}`;
              document.head.append(meta);
            }
          } catch {
            // Chromium itself refuses some of them.
          }
      },
      [way, addresses(outside)] as const,
    );
    await page.waitForTimeout(400);
    expect(page.url()).toBe(PAGE);
    await page.getByRole('heading').first().waitFor();
    expect(app.windows()).toHaveLength(1);
    expect(reached).toEqual([]);
  },
);

test('no frame and no webview comes to life in the page', async () => {
  const { page, app } = fieldbook;
  await page.evaluate(async (addresses) => {
    for (const name of ['iframe', 'webview', 'embed', 'object'])
      for (const address of addresses) {
        const element = document.createElement(name);
        element.setAttribute('src', address);
        element.setAttribute('data', address);
        document.body.append(element);
      }
    await new Promise((resolve) => setTimeout(resolve, 400));
  }, addresses(outside));
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType()),
  );
  expect(contents).toEqual(['window']);
  // An empty frame is all that Chromium makes without asking; the next test says what it can do.
  const alive = page.frames().filter((frame) => /away|passwd|other|evil/.test(frame.url()));
  expect(alive.map((frame) => frame.url()).filter((url) => !/^(chrome-error|about):/.test(url))).toEqual([]);
  expect(reached).toEqual([]);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('iframe, webview, embed, object')) element.remove();
  });
});

test('a frame inside the page has no bridge, and a frame cannot speak through that of the page', async () => {
  const found = await fieldbook.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as Record<string, unknown>;
    const names = ['fieldbook', 'require', 'process', 'ipcRenderer'].filter((name) => name in inside);
    frame.remove();
    return names;
  });
  expect(found).toEqual([]);
});

test('a file that is dropped does not take the place of the page', async () => {
  const { page } = fieldbook;
  const file = join(desk.folder, 'away.html');
  writeFileSync(file, '<title>away</title>');
  await dropFile(page, file);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(PAGE);
  expect(await page.title()).toBe('Fieldbook');
});

test('a download is refused', async () => {
  const started = fieldbook.app.evaluate(
    ({ session }) =>
      new Promise((resolve) => {
        session.defaultSession.once('will-download', (event) =>
          setTimeout(() => resolve(event.defaultPrevented ? 'refused' : 'allowed'), 50),
        );
        setTimeout(() => resolve('not even begun'), 1_500);
      }),
  );
  await fieldbook.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    document.body.append(link);
    link.click();
  });
  expect(await started).toMatch(/refused|not even begun/);
});

test.each(['element', 'attribute', 'data', 'blob', 'eval', 'function', 'timer', 'link', 'wasm'])(
  'text is not turned into code by %s',
  async (way) => {
    const outcome = await fieldbook.page.evaluate(async (way) => {
      const code = 'window.injected = true';
      // The debugger's own call is exempt from the policy; what comes after it is not.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const script = (set: (element: HTMLScriptElement) => void) => {
        const element = document.createElement('script');
        set(element);
        document.body.append(element);
      };
      // By their names, so that no builder takes them for its own.
      const globals = window as unknown as Record<string, (...values: unknown[]) => unknown>;
      const tries: Record<string, () => unknown> = {
        element: () => script((one) => (one.textContent = code)),
        attribute: () => {
          const image = document.createElement('img');
          image.setAttribute('onerror', code);
          image.src = 'none.png';
          document.body.append(image);
        },
        data: () => script((one) => (one.src = `data:text/javascript,${code}`)),
        blob: () => script((one) => (one.src = URL.createObjectURL(new Blob([code])))),
        eval: () => globals['ev' + 'al']!(code),
        function: () => Reflect.construct(Function, [code])(),
        timer: () => globals['set' + 'Timeout']!(code),
        link: () => {
          const link = document.createElement('a');
          link.setAttribute('href', `java${'script'}:${code}`);
          document.body.append(link);
          link.click();
        },
        wasm: async () => {
          await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
          Reflect.set(window, 'injected', true);
        },
      };
      try {
        await tries[way]!();
      } catch {
        // Refused at once.
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
      return 'injected' in window;
    }, way);
    expect(outcome).toBe(false);
  },
);

test('a style in text is not taken, unless it bears the name of this very document', async () => {
  const colours = await fieldbook.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
    document.head.append(style);
    const block = document.createElement('div');
    block.innerHTML = '<p style="outline: 7px solid rgb(1, 2, 3)">x</p>';
    document.body.append(block);
    return [document.body, block.firstElementChild!].map((one) => getComputedStyle(one).outlineWidth);
  });
  expect(colours).not.toContain('7px');
});

test('the page is granted nothing', async () => {
  const outcome = await fieldbook.page.evaluate(async () => {
    const ask = (work: () => Promise<unknown>) =>
      work().then(
        (value) => (Array.isArray(value) && value.length === 0 ? 'nothing' : 'granted'),
        (error: Error) => error.name,
      );
    const devices = navigator as unknown as Record<
      'hid' | 'usb' | 'serial' | 'bluetooth',
      { requestDevice(filter: object): Promise<unknown>; requestPort(): Promise<unknown> }
    >;
    return {
      notifications: await Notification.requestPermission(),
      position: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(error.code),
        ),
      ),
      others: await Promise.all([
        ask(() => navigator.mediaDevices.getUserMedia({ video: true })),
        ask(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        ask(() => navigator.mediaDevices.getDisplayMedia()),
        ask(() => navigator.clipboard.readText()),
        ask(() => navigator.requestMIDIAccess()),
        ask(() => devices.hid.requestDevice({ filters: [] })),
        ask(() => devices.usb.requestDevice({ filters: [] })),
        ask(() => devices.serial.requestPort()),
      ]),
    };
  });
  expect(outcome).toMatchObject({ notifications: 'denied', position: 1 });
  expect(outcome.others).not.toContain('granted');
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

test('a call without sense, or too large, is refused; the window goes on', async () => {
  const answers = await fieldbook.page.evaluate(async () => {
    const call = (request: unknown) =>
      window.fieldbook.call(request as never).then(
        (answer) => (answer.ok ? 'answered' : answer.error.code),
        () => 'refused',
      );
    const polluted = JSON.parse('{"path":7,"__proto__":{"path":"x"}}') as object;
    return Promise.all([
      call({ id: 'x'.repeat(65), method: 'app.info', args: {} }),
      call({ id: '1', method: 'x'.repeat(101), args: {} }),
      call({ id: '2', method: 'constructor.constructor', args: {} }),
      call({ id: '3', method: 'desktop.__proto__', args: {} }),
      call({ id: '4', method: 'desktop.openFile', args: polluted }),
      call({ id: '5', method: 'desktop.openFile', args: { path: 'x'.repeat(5000) } }),
      call({ id: '6', method: 'aws.whoami', args: { profile: 'x'.repeat(17 * 1024 * 1024) } }),
      call({ id: '7', method: 'app.info', args: { f: () => 1 } }),
      call({ id: '8', method: 'desktop.start', args: {} }),
    ]);
  });
  expect(answers.slice(0, 7)).toEqual(Array(7).fill('bad-input'));
  expect(answers[7]).not.toBe('answered');
  expect(answers[8]).toBe('answered');
});

test('main listens on no channel but its own', async () => {
  const channels = await fieldbook.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return {
      handled: [..._invokeHandlers.keys()],
      heard: ipcMain.eventNames().filter((name) => name !== 'error'),
    };
  });
  expect(channels).toEqual({ handled: ['fieldbook:call'], heard: ['fieldbook:cancel'] });
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
