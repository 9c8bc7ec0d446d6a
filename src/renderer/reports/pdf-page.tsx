import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from './pdf.ts';
import classes from './viewer.module.css';

interface Props {
  pdf: PDFDocumentProxy;
  page: number;
  /** Pixels of the screen for a point of paper. */
  scale: number;
  label: string;
  /** Left out for thumbnails, which nobody reads. */
  text?: boolean;
}

interface Size {
  width: number;
  height: number;
}

/** A4, until the page says otherwise: the place is there before the picture. */
const paper = { width: 595.28, height: 841.89 };

/** One page as a picture, with its text over it for whoever selects or listens. */
export function PdfPage({ pdf, page, scale, label, text = true }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>(paper);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const draw = async () => {
      const source = await pdf.getPage(page);
      if (gone || !canvas.current) return;
      const viewport = source.getViewport({ scale });
      setSize({ width: viewport.width / scale, height: viewport.height / scale });
      const sharp = window.devicePixelRatio || 1;
      const element = canvas.current;
      element.width = Math.floor(viewport.width * sharp);
      element.height = Math.floor(viewport.height * sharp);
      const task = source.render({
        canvas: element,
        viewport: source.getViewport({ scale: scale * sharp }),
      });
      stop = () => task.cancel();
      await task.promise;
      if (gone) return;
      setDrawn(page);
      if (!text || !layer.current) return;
      const { TextLayer } = await import('./pdf.ts');
      if (gone) return;
      layer.current.replaceChildren();
      const words = new TextLayer({
        textContentSource: source.streamTextContent(),
        container: layer.current,
        viewport,
      });
      stop = () => words.cancel();
      await words.render();
    };
    draw().catch((error: unknown) => {
      // Another page was wanted before this one was drawn.
      if (!gone) throw error;
    });
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, page, scale, text]);
  const style = { width: size.width * scale, height: size.height * scale };
  return (
    <div
      className={classes.page}
      style={{ ...style, '--total-scale-factor': scale } as React.CSSProperties}
      data-drawn={drawn}
    >
      <canvas ref={canvas} style={style} role="img" aria-label={label} />
      {text && <div ref={layer} className={classes.text} />}
    </div>
  );
}
