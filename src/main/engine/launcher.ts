import { join } from 'node:path';
import { engineEnvironment } from './environment.ts';
import { canLoadDatabase, type EngineProcess, launchNode, launchUtility } from './launch.ts';

const ASAR = /\bapp\.asar\b/;

/**
 * How this program starts an engine. Electron's own process reads it out of the asar; a plain Node, which stands in on
 * an Electron that is too old for the database, cannot, and finds it unpacked beside the asar, with its Node.
 * @param built folder of the build, perhaps inside of app.asar
 */
export function engineLauncher(built: string, log: (line: string) => void): () => EngineProcess {
  const env = engineEnvironment(process.env);
  if (canLoadDatabase(process.versions.node))
    return () => launchUtility({ entry: join(built, 'engine', 'process.js'), env, log });
  const unpacked = built.replace(ASAR, 'app.asar.unpacked');
  const packed = unpacked !== built;
  const node = packed
    ? join(process.resourcesPath, 'node')
    : join(built, '..', 'node_modules', 'node', 'bin', 'node');
  return () => launchNode({ entry: join(unpacked, 'engine', 'process.js'), env, log, node });
}
