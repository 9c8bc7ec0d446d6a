import { useSyncExternalStore } from 'react';
import type { ScanProgress } from '../../shared/model/scan.ts';
import { listen } from '../fieldbook.ts';

/** How far the scan is and how many verdicts there are. */
export interface Progress {
  scan: ScanProgress | null;
  verdicts: number | null;
}

// The engine tells of every read; nobody reads a figure that changes more often.
const EVERY_MS = 250;
let latest: Progress = { scan: null, verdicts: null };
let shown = latest;
let due = false;
let stop: (() => void) | undefined;
const watchers = new Set<() => void>();

function take(change: Partial<Progress>): void {
  latest = { ...latest, ...change };
  if (due) return;
  due = true;
  setTimeout(() => {
    due = false;
    shown = latest;
    for (const watcher of watchers) watcher();
  }, EVERY_MS);
}

/** One value until it changes, four times a second at most: whoever shows it, page or tray, shows the same. */
export const scanProgress = (): Progress => shown;

export function watchScanProgress(watcher: () => void): () => void {
  watchers.add(watcher);
  stop ??= listenToScan();
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function listenToScan(): () => void {
  const stops = [
    listen('scan.progress', (scan) => take({ scan, verdicts: null })),
    listen('judge.progress', ({ verdicts }) => take({ verdicts })),
  ];
  return () => {
    for (const one of stops) one();
  };
}

export const useScanProgress = (): Progress => useSyncExternalStore(watchScanProgress, scanProgress);
