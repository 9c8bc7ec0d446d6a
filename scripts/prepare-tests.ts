import { buildIfStale } from './build.ts';
import { findElectron } from './electron/find.ts';
import { ensureSystemPackages } from './electron/system-packages.ts';
import { say } from './root.ts';

/** All that the tests need and that npm does not bring; quick when it is there. */
try {
  ensureSystemPackages(say);
  findElectron(say);
  await buildIfStale();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
