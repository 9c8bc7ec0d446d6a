import type { Session } from 'electron';
import { isOurs } from './origin.ts';

/**
 * The page asks for nothing and reaches nothing: every permission is refused but to put text on the clipboard, which
 * buttons named Copy do; every request but our own is cancelled.
 */
export function secureSession(session: Session): void {
  // Electron grants everything that no handler refuses.
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(mayHave(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOurs(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

export const mayHave = (permission: string, page: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(page);
