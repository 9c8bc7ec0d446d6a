import { ActionIcon, Tooltip } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';

const zooms = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

/** The zoom at which a picture fits its place, until somebody chooses another. */
export function useZoom(picture: { width: number; height: number }) {
  const desk = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(0);
  const [zoom, setZoom] = useState<number | null>(null);
  useEffect(() => {
    const place = desk.current!;
    const watch = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = place;
      setFit(Math.min(1, (clientWidth - 24) / picture.width, (clientHeight - 24) / picture.height));
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [picture.width, picture.height]);
  const scale = zoom ?? fit;
  return {
    desk,
    scale,
    fits: zoom === null,
    fit: () => setZoom(null),
    larger: () => setZoom(zooms.find((each) => each > scale + 0.01) ?? scale),
    smaller: () => setZoom(zooms.findLast((each) => each < scale - 0.01) ?? scale),
  };
}

export function ZoomTools({ zoom }: { zoom: ReturnType<typeof useZoom> }) {
  const { t, percent } = useWords();
  return (
    <span className={classes.zoom}>
      <Tooltip label={t('reports.smaller')}>
        <ActionIcon aria-label={t('reports.smaller')} onClick={zoom.smaller}>
          <IconZoomOut size={16} />
        </ActionIcon>
      </Tooltip>
      <button type="button" className={classes.tool} aria-pressed={zoom.fits} onClick={zoom.fit}>
        {zoom.fits ? t('evidence.fit') : percent(zoom.scale)}
      </button>
      <Tooltip label={t('reports.larger')}>
        <ActionIcon aria-label={t('reports.larger')} onClick={zoom.larger}>
          <IconZoomIn size={16} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** A picture to look at, with zoom. */
export function Picture({ picture, label }: { picture: ImageBitmap; label: string }) {
  const { t, number } = useWords();
  const zoom = useZoom(picture);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current!;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext('2d')!.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <div className={classes.viewer}>
      <div className={classes.tools} role="toolbar" aria-label={t('evidence.tools')}>
        <ZoomTools zoom={zoom} />
        <span className="secondary">
          {number(picture.width)} × {number(picture.height)} px
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section ref={zoom.desk} className={classes.desk} tabIndex={0} aria-label={label}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          style={{ width: picture.width * zoom.scale, height: picture.height * zoom.scale }}
        />
      </section>
    </div>
  );
}
