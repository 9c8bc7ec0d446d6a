import { useEffect, useEffectEvent, useState } from 'react';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { addFile, addPicture } from './add.ts';

/** Ways in which evidence comes in, each told of with its undo. */
export function useAddEvidence(links: EvidenceLink[], onAdded?: (id: string) => void) {
  const { t, moment } = useWords();
  const [busy, setBusy] = useState(0);
  const added = async (work: Promise<{ piece: { id: string; title: string }; step: string }>) => {
    setBusy((n) => n + 1);
    try {
      const { piece, step } = await work;
      onAdded?.(piece.id);
      tell(t('evidence.added', { title: piece.title }), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy((n) => n - 1);
    }
  };
  return {
    busy: busy > 0,
    /** One after the other, so that each stands in the tray with its own name. */
    async files(files: Iterable<File>) {
      for (const file of files) await added(addFile(file, links));
    },
    picture: (blob: Blob) =>
      added(addPicture(blob, t('evidence.screenshot', { when: moment(new Date().toISOString()) }), links)),
    text: (text: string, title: string) =>
      added(
        fieldbook.evidence.addText({
          text,
          title,
          file: `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').slice(0, 80)}.txt`,
          links,
        }),
      ),
  };
}

/** Files that are dragged over the window: all but engagements, which the window itself opens. Gives whether some are. */
export function useDrop(take: (files: File[]) => void): boolean {
  const { engagement } = useSession();
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])].filter(
      (file) => !file.name.toLowerCase().endsWith('.fieldbook'),
    );
    if (files.length > 0) take(files);
  });
  useEffect(() => {
    if (engagement.readonly) return;
    const enter = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [engagement.readonly]);
  return over;
}

/** What is pasted while nobody types in a field: a picture, files, or text. */
export function usePaste(take: { picture: (blob: Blob) => void; text: (text: string) => void }): void {
  const { engagement } = useSession();
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const target = event.target as Element | null;
    if (target?.closest('input, textarea, [contenteditable], [role="dialog"]')) return;
    const pictures = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    const text = event.clipboardData?.getData('text/plain') ?? '';
    for (const picture of pictures) take.picture(picture);
    if (pictures.length === 0 && text.trim() !== '') take.text(text);
    if (pictures.length > 0 || text !== '') event.preventDefault();
  });
  useEffect(() => {
    if (engagement.readonly) return;
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [engagement.readonly]);
}
