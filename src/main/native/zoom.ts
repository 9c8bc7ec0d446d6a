import type { WebContents } from 'electron';
import type { Preferences } from '../preferences.ts';

const LEAST = -3;
const MOST = 5;

/** Keeps the size of the page, which all windows share, from one start to the next. */
export function keepZoom(contents: WebContents, preferences: Preferences): void {
  contents.on('did-finish-load', () => contents.setZoomLevel(preferences.value.zoom));
  // Ctrl and the wheel: Electron asks and does nothing by itself.
  contents.on('zoom-changed', (_event, direction) =>
    zoom(contents, preferences, direction === 'in' ? 0.5 : -0.5),
  );
}

/** @param by steps, or null for the actual size */
export function zoom(contents: WebContents, preferences: Preferences, by: number | null): void {
  const level = by === null ? 0 : Math.min(MOST, Math.max(LEAST, preferences.value.zoom + by));
  preferences.set({ zoom: level });
  contents.setZoomLevel(level);
}
