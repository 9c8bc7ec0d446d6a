import { Modal, SegmentedControl, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { Problem } from '../parts/problem.tsx';
import type { PDFDocumentProxy } from '../reports/pdf.ts';
import { Viewer as Pages } from '../reports/viewer.tsx';
import { useWords } from '../words.ts';
import { readBytes, readImage, shownVersion, type Version } from './bytes.ts';
import { Editor } from './editor/editor.tsx';
import classes from './evidence.module.css';
import { Picture } from './picture.tsx';
import type { Whole } from './piece.ts';
import { shownText } from './shown-text.ts';

interface Props {
  piece: Whole;
  /** Opens with the tools for marks. */
  marking: boolean;
  onClose: () => void;
}

/** A piece as large as the window. Nothing of it is run: markup is text, pages are pictures. */
export function Viewer({ piece, marking, onClose }: Props) {
  const { t } = useWords();
  const [version, setVersion] = useState<Version>(shownVersion(piece));
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      closeOnEscape={!marking}
      title={
        <span className={classes.viewerTitle}>
          {piece.title}
          {!marking && piece.copy && (
            <SegmentedControl
              aria-label={t('evidence.version')}
              value={version}
              onChange={(value) => setVersion(value as Version)}
              data={(['copy', 'original'] as const).map((value) => ({
                value,
                label: t(`evidence.versions.${value}`),
              }))}
            />
          )}
        </span>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ content: classes.viewerContent!, body: classes.viewerBody! }}
      transitionProps={{ duration: 0 }}
    >
      {piece.kind === 'image' ? (
        <ImageView
          key={`${version} ${piece.copy?.sha256}`}
          piece={piece}
          version={marking ? 'original' : version}
          marking={marking}
          onClose={onClose}
        />
      ) : piece.kind === 'text' ? (
        <TextView id={piece.id} title={piece.title} />
      ) : piece.kind === 'pdf' ? (
        <PdfView id={piece.id} />
      ) : (
        <p className="secondary">{t('evidence.notShown')}</p>
      )}
    </Modal>
  );
}

/** Reads something of a piece; its error stands in its place. */
function useRead<T>(read: (signal: AbortSignal) => Promise<T>, clear: (read: T) => void = () => {}) {
  const [state, setState] = useState<{ value?: T; error?: ErrorData }>({});
  useEffect(() => {
    const abort = new AbortController();
    let value: T | undefined;
    read(abort.signal).then(
      (result) => {
        value = result;
        if (abort.signal.aborted) clear(result);
        else setState({ value: result });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ error: asFieldbookError(error).toData() });
      },
    );
    return () => {
      abort.abort();
      if (value !== undefined) clear(value);
    };
    // Its parts are made anew for another piece.
  }, []);
  return state;
}

function ImageView({ piece, version, marking, onClose }: Props & { version: Version }) {
  const { t } = useWords();
  const { value, error } = useRead(
    (signal) =>
      readImage(piece, version, signal).catch((problem: unknown) => {
        // The picture's own fault, not the engine's.
        if (problem instanceof DOMException && problem.name !== 'AbortError') return null;
        throw problem;
      }),
    (picture) => picture?.close(),
  );
  if (error) return <Problem error={error} />;
  if (value === null) return <p className="secondary">{t('evidence.undecodable')}</p>;
  if (!value) return <Skeleton height="70vh" />;
  return marking ? (
    <Editor piece={piece} picture={value} onClose={onClose} />
  ) : (
    <Picture picture={value} label={piece.title} />
  );
}

/** Characters that a page shows without being slow. */
const MOST_TEXT = 1_000_000;

function TextView({ id, title }: { id: string; title: string }) {
  const { t } = useWords();
  const { value, error } = useRead((signal) => readBytes(id, 'original', signal, MOST_TEXT));
  if (error) return <Problem error={error} />;
  if (!value) return <Skeleton height="70vh" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.text} aria-label={title} tabIndex={0}>
      {value.length >= MOST_TEXT && <p className="secondary">{t('evidence.textCut')}</p>}
      <pre>{shownText(value)}</pre>
    </section>
  );
}

function PdfView({ id }: { id: string }) {
  const { t } = useWords();
  const { value, error } = useRead(
    async (signal): Promise<PDFDocumentProxy | null> => {
      const bytes = await readBytes(id, 'original', signal);
      const { openPdf } = await import('../reports/pdf.ts');
      return openPdf(bytes).catch((problem: unknown) => {
        // Damaged, or locked with a password.
        if (problem instanceof Error && /PDF|Password/.test(problem.name)) return null;
        throw problem;
      });
    },
    (pdf) => void pdf?.loadingTask.destroy(),
  );
  if (error) return <Problem error={error} />;
  if (value === null) return <p className="secondary">{t('evidence.undecodable')}</p>;
  return value ? <Pages pdf={value} /> : <Skeleton height="70vh" />;
}
