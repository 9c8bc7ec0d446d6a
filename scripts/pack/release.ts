import type { FoundElectron } from '../electron/find.ts';

/** A release is made of the real Electron alone: the stand-in is old, and its Chromium is no longer mended. */
export function refuseStandIn({ standIn }: Pick<FoundElectron, 'standIn'>, release: boolean): void {
  if (release && standIn)
    throw new Error(
      'A release needs the real Electron, and here is only the stand-in of the tests. Run `npx install-electron` where github.com can be reached.',
    );
}
