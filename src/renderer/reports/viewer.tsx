import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import type { PDFDocumentProxy } from './pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { Thumbnails } from './thumbnails.tsx';
import classes from './viewer.module.css';

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
/** Points of an A4 page's width, and pixels in a point at 100%. */
const A4 = 595.28;
const POINT = 96 / 72;
/** Beyond it a page on a large screen is only larger, not better to read. */
const WIDEST = 1.25;

/** The page at which each report is open: there again for who comes back to it. */
const places = new WeakMap<PDFDocumentProxy, number>();

/** A report page by page: thumbnails, zoom, keys. */
export function Viewer({ pdf }: { pdf: PDFDocumentProxy }) {
  const { t, percent, number } = useWords();
  const [page, setPage] = useState(places.get(pdf) ?? 1);
  const [zoom, setZoom] = useState<number | null>(null);
  const paper = useRef<HTMLElement>(null);
  const width = useWidth(paper);
  const last = pdf.numPages;
  const go = (to: number) => {
    const next = Math.min(last, Math.max(1, Math.round(to) || 1));
    places.set(pdf, next);
    setPage(next);
    paper.current?.scrollTo({ top: 0 });
  };
  const fit = width > 0 ? Math.min((width - 2) / (A4 * POINT), WIDEST) : 0;
  const shown = zoom ?? fit;
  const step = (direction: 1 | -1) =>
    setZoom(
      direction > 0
        ? (zooms.find((each) => each > shown + 0.01) ?? shown)
        : (zooms.findLast((each) => each < shown - 0.01) ?? shown),
    );
  const keys = (event: KeyboardEvent) => {
    const to = {
      PageDown: page + 1,
      ArrowRight: page + 1,
      PageUp: page - 1,
      ArrowLeft: page - 1,
      Home: 1,
      End: last,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  };
  const name = t('reports.pageOf', { page: number(page), pages: number(last) });
  return (
    <div className={classes.viewer}>
      <div className={classes.toolbar} role="toolbar" aria-label={t('reports.viewer')}>
        <Tool
          label={t('reports.previous')}
          icon={IconChevronLeft}
          off={page === 1}
          onClick={() => go(page - 1)}
        />
        <NumberInput
          className={classes.number!}
          aria-label={t('reports.page')}
          value={page}
          min={1}
          max={last}
          clampBehavior="strict"
          hideControls
          onChange={(value) => typeof value === 'number' && value >= 1 && go(value)}
        />
        <span className="secondary">{t('reports.ofPages', { pages: number(last) })}</span>
        <Tool
          label={t('reports.next')}
          icon={IconChevronRight}
          off={page === last}
          onClick={() => go(page + 1)}
        />
        <span className={classes.gap} />
        <Tool
          label={t('reports.smaller')}
          icon={IconZoomOut}
          off={shown <= zooms[0]}
          onClick={() => step(-1)}
        />
        <button
          type="button"
          className={classes.fit}
          onClick={() => setZoom(null)}
          aria-pressed={zoom === null}
        >
          {zoom === null ? t('reports.fit') : percent(zoom)}
        </button>
        <Tool
          label={t('reports.larger')}
          icon={IconZoomIn}
          off={shown >= zooms[zooms.length - 1]!}
          onClick={() => step(1)}
        />
      </div>
      <div className={classes.body}>
        <Thumbnails pdf={pdf} page={page} onPage={go} />
        <section
          ref={paper}
          className={classes.desk}
          aria-label={name}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
          tabIndex={0}
          onKeyDown={keys}
        >
          {shown > 0 && <PdfPage pdf={pdf} page={page} scale={shown * POINT} label={name} />}
        </section>
      </div>
    </div>
  );
}

function Tool({
  label,
  icon: Icon,
  off,
  onClick,
}: {
  label: string;
  icon: typeof IconZoomIn;
  off: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={onClick} aria-label={label} disabled={off}>
        <Icon size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Pixels between the paddings of an element. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
