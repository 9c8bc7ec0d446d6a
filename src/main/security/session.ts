import type { Session } from 'electron';
import { isOurs } from './origin.ts';

/** The page asks for nothing and reaches nothing: every permission is refused, every request but our own cancelled. */
export function secureSession(session: Session): void {
  // Electron grants everything that no handler refuses.
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOurs(url) }));
  session.on('will-download', (event) => event.preventDefault());
}
