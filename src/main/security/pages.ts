import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron';
import { isOurs, SCHEME } from './origin.ts';

/** Before `ready`, once. No `bypassCSP`, no service workers, no access from other schemes. */
export const privileges = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/**
 * The page may run our scripts and workers, use our styles and fonts, draw on its own canvas, and nothing else. Mantine writes its
 * variables into a style element, which the nonce of this very document lets through.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The one that reads PDFs for their preview, from a file of ours.
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
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
  '.mjs': 'text/javascript; charset=utf-8',
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
  const nonce = randomBytes(16).toString('base64');
  const body = extname(file) === '.html' ? bytes.toString().replace('%NONCE%', nonce) : new Uint8Array(bytes);
  return new Response(body, { headers: { ...headers(nonce), 'Content-Type': mediaType } });
}

const headers = (nonce: string) => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
});

const refusal = (status: number) => new Response(null, { status, headers: headers('none') });

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
