import { IconFile, IconFileText, IconFileTypePdf, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../data/types.ts';
import { readBytes, readImage, shownVersion } from './bytes.ts';
import classes from './evidence.module.css';
import { shownText } from './shown-text.ts';

export type Piece = Answer<'evidence', 'page'>['pieces'][number];

/** A small picture of a piece, drawn when it comes into view; of its copy where it has one, so nothing redacted shows. */
export function Thumbnail({ piece }: { piece: Pick<Piece, 'id' | 'kind' | 'copy' | 'original'> }) {
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry!.isIntersecting && setSeen(true));
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <span ref={place} className={classes.thumbnail} aria-hidden>
      {piece.kind === 'image' ? (
        seen && <Picture key={piece.copy?.sha256 ?? piece.original.sha256} piece={piece} />
      ) : piece.kind === 'text' ? (
        seen && <Lines id={piece.id} />
      ) : piece.kind === 'pdf' ? (
        <IconFileTypePdf size={32} stroke={1.2} />
      ) : (
        <IconFile size={32} stroke={1.2} />
      )}
    </span>
  );
}

/** Pixels of a thumbnail's longest side. */
const SIDE = 440;

function Picture({ piece }: { piece: Pick<Piece, 'id' | 'copy' | 'original'> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    readImage(piece, shownVersion(piece), abort.signal)
      .then((picture) => {
        const element = canvas.current;
        if (abort.signal.aborted || !element) return picture.close();
        const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
        element.width = Math.max(1, Math.round(picture.width * scale));
        element.height = Math.max(1, Math.round(picture.height * scale));
        const context = element.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, element.width, element.height);
        picture.close();
      })
      .catch(() => {
        // The panel of the piece says what is wrong with it.
        if (!abort.signal.aborted) setBroken(true);
      });
    return () => abort.abort();
  }, [piece.id]);
  return broken ? <IconPhotoOff size={32} stroke={1.2} /> : <canvas ref={canvas} />;
}

/** The beginning of a text. */
function Lines({ id }: { id: string }) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    const abort = new AbortController();
    readBytes(id, 'original', abort.signal, 1)
      .then((bytes) => setText(shownText(bytes.subarray(0, 900))))
      .catch(() => {
        if (!abort.signal.aborted) setText(undefined);
      });
    return () => abort.abort();
  }, [id]);
  return text === undefined ? <IconFileText size={32} stroke={1.2} /> : <pre>{text}</pre>;
}
