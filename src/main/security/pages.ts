import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron';
import { isOurs, SCHEME } from './origin.ts';

/** Before `ready`, once. No `bypassCSP`, no service workers, no access from other schemes. */
export const privileges = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** The page may run our scripts, use our styles and fonts, draw on its own canvas, and nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Serves the built page from its folder. */
export function servePages(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, ({ method, url }) => answer(folder, method, url));
}

/** A file of the folder, or a refusal; never a file outside of it, never a file of another kind. */
export async function answer(folder: string, method: string, address: string): Promise<Response> {
  if (method !== 'GET') return refusal(405);
  const file = isOurs(address) && fileOf(folder, address);
  const mediaType = file && mediaTypes[extname(file)];
  if (!file || !mediaType) return refusal(404);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (isMissing(error)) return refusal(404);
    throw error;
  }
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': mediaType } });
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

const refusal = (status: number) => new Response(null, { status, headers });

function fileOf(folder: string, address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    // A malformed escape names no file.
    return undefined;
  }
  const file = join(folder, path);
  const inside = relative(folder, file);
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside || file.includes('\0') ? undefined : file;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
