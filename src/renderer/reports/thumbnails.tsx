import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWords } from '../words.ts';
import type { PDFDocumentProxy } from './pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import classes from './viewer.module.css';

const SCALE = 0.155;
const HEIGHT = 841.89 * SCALE + 30;

/** All pages, small; only those in view are drawn. */
export function Thumbnails({
  pdf,
  page,
  onPage,
}: {
  pdf: PDFDocumentProxy;
  page: number;
  onPage: (page: number) => void;
}) {
  const { t, number } = useWords();
  const place = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => place.current,
    estimateSize: () => HEIGHT,
    overscan: 2,
  });
  const { scrollToIndex } = rows;
  useEffect(() => scrollToIndex(page - 1), [page, scrollToIndex]);
  return (
    <nav ref={place} className={classes.thumbnails} aria-label={t('reports.thumbnails')}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            className={classes.thumbnail}
            style={{ transform: `translateY(${start}px)`, height: HEIGHT - 6 }}
            aria-current={index + 1 === page ? 'page' : undefined}
            aria-label={t('reports.toPage', { page: number(index + 1) })}
            onClick={() => onPage(index + 1)}
          >
            <span aria-hidden="true">
              <PdfPage pdf={pdf} page={index + 1} scale={SCALE} label="" text={false} />
              {number(index + 1)}
            </span>
          </button>
        ))}
      </div>
    </nav>
  );
}
