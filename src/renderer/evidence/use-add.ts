import { useEffect, useEffectEvent, useState } from 'react';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { type Added, addFile, addPicture } from './add.ts';

/** Ways in which evidence comes in, all that comes at once told of together with its undo. */
export function useAddEvidence(links: EvidenceLink[], onAdded?: (id: string) => void) {
  const { t, moment } = useWords();
  const [busy, setBusy] = useState(0);
  /** One after the other, so that each stands in the tray with its own name. */
  const add = async (...works: (() => Promise<Added>)[]) => {
    setBusy((n) => n + 1);
    const done: Added[] = [];
    for (const work of works)
      try {
        const added = await work();
        onAdded?.(added.piece.id);
        done.push(added);
      } catch (error) {
        tellProblem(error);
      }
    setBusy((n) => n - 1);
    if (done.length === 0) return;
    tell(t('evidence.added', { count: done.length, title: done[0]!.piece.title }), async () => {
      for (const step of done.flatMap(({ steps }) => steps).toReversed())
        await fieldbook.history.undo({ step });
    });
  };
  return {
    busy: busy > 0,
    files: (files: Iterable<File>) => add(...[...files].map((file) => () => addFile(file, links))),
    picture: (blob: Blob) =>
      add(() =>
        addPicture(blob, t('evidence.screenshot', { when: moment(new Date().toISOString()) }), links),
      ),
    text: (text: string, title: string) =>
      add(async () => {
        const { piece, step } = await fieldbook.evidence.addText({
          text,
          title,
          file: `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').slice(0, 80)}.txt`,
          links,
        });
        return { piece, steps: [step] };
      }),
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
