import type { Rectangle } from 'electron';
import type { KeptWindow } from '../preferences.ts';

export const usual = { width: 1360, height: 880 };
export const least = { width: 880, height: 560 };

/** A window of which less than this is on a screen, in pixels, cannot be taken hold of. */
const GRIP = 120;
/** So far is a further window from the one before it. */
const STEP = 28;

export interface Place {
  bounds: Partial<Rectangle> & { width: number; height: number };
  maximized: boolean;
}

/**
 * Where a window opens: where the last one stood, if that is still on a screen; else in the middle, in the usual size.
 * Further windows stand a step aside.
 * @param screens work areas of the screens that are there now
 */
export function placeOf(kept: KeptWindow, screens: readonly Rectangle[], further: number): Place {
  const reachable = kept && screens.find((screen) => canBeHeld(kept.bounds, screen));
  if (!reachable) return { bounds: usual, maximized: false };
  const { x, y, width, height } = kept.bounds;
  const size = {
    width: Math.min(Math.max(width, least.width), reachable.width),
    height: Math.min(Math.max(height, least.height), reachable.height),
  };
  if (further === 0) return { bounds: { x, y, ...size }, maximized: kept.maximized };
  const aside = { x: x + STEP * further, y: y + STEP * further, ...size };
  return { bounds: canBeHeld(aside, reachable) ? aside : size, maximized: false };
}

function canBeHeld(window: Rectangle, screen: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleIsOn = window.y >= screen.y && window.y < screen.y + screen.height - GRIP;
  return wide >= GRIP && titleIsOn;
}
