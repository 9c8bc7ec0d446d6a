import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '../shared/contract/desktop.ts';
import { fieldbook, listen } from './fieldbook.ts';

/** Does what a menu of the system asks of the page, for as long as the component is there. */
export function useMenu(command: MenuCommand, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => listen('menu', (asked) => asked.command === command && latest()), [command]);
}

/** The title bar and the first picture of the next window in the colours that the page has. */
export function useThemeOfWindow(): void {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    void fieldbook.desktop.setTheme({ theme: colorScheme === 'auto' ? 'system' : colorScheme });
  }, [colorScheme]);
}

/** An engagement file that is dropped anywhere is opened; whatever else is dropped on nothing is left alone. */
export function useDroppedFiles(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      for (const file of event.dataTransfer?.files ?? []) {
        const path = window.fieldbook.pathOf(file);
        if (path.toLowerCase().endsWith('.fieldbook')) void fieldbook.desktop.openFile({ path });
      }
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
