import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { keepFile } from '../../../src/main/kept-file.ts';
import { showWork } from '../../../src/main/native/attention.ts';
import { preferencesSchema } from '../../../src/main/preferences.ts';
import { mainWords } from '../../../src/main/words.ts';

const system = vi.hoisted(() => ({
  notes: [] as { body: string; click: () => void }[],
  awake: new Set<number>(),
}));
vi.mock('electron', () => {
  class Notification {
    static isSupported = () => true;
    note: { body: string; click: () => void };
    constructor({ body }: { body: string }) {
      this.note = { body, click: () => {} };
    }
    on(_: 'click', listener: () => void) {
      this.note.click = listener;
    }
    show() {
      system.notes.push(this.note);
    }
  }
  let next = 1;
  const powerSaveBlocker = {
    start: () => {
      system.awake.add(next);
      return next++;
    },
    stop: (id: number) => system.awake.delete(id),
  };
  return { Notification, powerSaveBlocker };
});

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-attention-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  system.notes.length = 0;
});

function shown({ focused = false, notifications = true } = {}) {
  const bars: number[] = [];
  const window = {
    isDestroyed: () => false,
    isFocused: () => focused,
    setProgressBar: (value: number) => bars.push(value),
    show: vi.fn(),
    focus: vi.fn(),
  };
  const preferences = keepFile(join(folder, 'p.json'), preferencesSchema, () => {});
  preferences.set({ notifications });
  const work = showWork(window as unknown as BrowserWindow, preferences, mainWords('en-US'));
  return { work, bars, window };
}

test('the dock or task bar shows how far it is, first without an end, and nothing when it is over', () => {
  const { work, bars } = shown();
  work.onChange(new Set(['report']), null);
  work.onChange(new Set(['report']), 0.5);
  work.onChange(new Set(), null);
  expect(bars).toEqual([2, 0.5, -1]);
});

test('the machine stays awake for a scan, and for nothing else', () => {
  const { work } = shown();
  work.onChange(new Set(['report']), null);
  expect(system.awake.size).toBe(0);
  work.onChange(new Set(['report', 'scan']), null);
  work.onChange(new Set(['report', 'scan']), 0.1);
  expect(system.awake.size).toBe(1);
  work.onChange(new Set(['report']), 0.2);
  expect(system.awake.size).toBe(0);
});

test('the end of long work is told when nobody looks, without a word of the client; a click brings the window', () => {
  const { work, window } = shown();
  work.onEnd('scan', { well: true, seconds: 60 });
  work.onEnd('report', { well: false, seconds: 60 });
  expect(system.notes.map(({ body }) => body)).toEqual([
    'The scan has finished.',
    'The report was not made.',
  ]);
  system.notes[0]!.click();
  expect(window.focus).toHaveBeenCalledOnce();
});

test.each([
  ['somebody looks', { focused: true }, 60],
  ['it was short', {}, 3],
  ['notifications are switched off', { notifications: false }, 60],
])('it is not told when %s', (_, how, seconds) => {
  shown(how).work.onEnd('scan', { well: true, seconds });
  expect(system.notes).toEqual([]);
});
