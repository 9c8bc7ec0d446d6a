import { useMediaQuery } from '@mantine/hooks';
import { isValidElement, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useWords } from '../words.ts';
import classes from './split.module.css';

interface Props {
  /** The size of the panel is remembered under it, on this machine. */
  id: string;
  /** What stands at the side; null: the page has all the room. */
  panel: ReactNode | null;
  /** Name of the panel. */
  label: string;
  /** Escape, wherever the focus is within the panel. */
  onClose: () => void;
  children: ReactNode;
}

/** A page with a panel at its side, whose edge can be drawn; in a narrow window the panel covers the page. */
export function Split({ id, panel, label, onClose, children }: Props) {
  const { t } = useWords();
  const narrow = useMediaQuery('(max-width: 1000px)', window.innerWidth <= 1000);
  const beside = panel !== null && !narrow;
  const place = useRef<HTMLElement>(null);
  useFocusKept(place, isValidElement(panel) ? panel.key : null);
  const layout = useDefaultLayout({
    id: `fieldbook.split.${id}`,
    panelIds: beside ? ['page', 'panel'] : ['page'],
    storage: localStorage,
  });
  const aside = panel !== null && (
    <aside
      ref={place}
      aria-label={label}
      className={narrow ? classes.over : classes.panel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {panel}
    </aside>
  );
  return (
    <div className={classes.split}>
      <Group id={`split-${id}`} orientation="horizontal" className={classes.group} {...layout}>
        <Panel id="page" minSize={420} className={classes.page}>
          {children}
        </Panel>
        {beside && (
          <>
            <Separator className={classes.edge} aria-label={t('grid.edge')} />
            <Panel
              id="panel"
              defaultSize={360}
              minSize={300}
              maxSize="60%"
              groupResizeBehavior="preserve-pixel-size"
            >
              {aside}
            </Panel>
          </>
        )}
      </Group>
      {narrow && aside}
    </div>
  );
}

/** What had the focus may go when a panel comes, with the panel before it or with a bar of commands; then the panel has it. */
function useFocusKept(place: RefObject<HTMLElement | null>, key: string | null): void {
  const before = useRef(key);
  useEffect(() => {
    const came = key !== null && before.current !== key;
    before.current = key;
    if (came && document.activeElement === document.body) place.current?.focus();
  }, [place, key]);
}
