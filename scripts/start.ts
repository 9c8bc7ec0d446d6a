import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron/find.ts';
import { root, say } from './root.ts';

/** `npm start -- [--engagement FILE]`: builds what has changed and opens the window. */
try {
  const { executable } = findElectron(say);
  await buildIfStale();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error('There is no screen: set DISPLAY, or use the terminal program (npm run fieldbook).');
  if (process.getuid?.() === 0 && !process.argv.includes('--no-sandbox'))
    say('Electron does not start as root: use an ordinary account, or add `-- --no-sandbox` in a container.');
  const child = spawn(executable, [join(root, 'out', 'main', 'index.cjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the window by itself; whoever ends this process alone means the window as well.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {});
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
