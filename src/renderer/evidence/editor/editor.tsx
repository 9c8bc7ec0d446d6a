import { Button, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowUpRight,
  IconLetterT,
  IconSquare,
  IconSquareFilled,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useReducer, useRef, useState } from 'react';
import { type Mark, markKinds } from '../../../shared/model/records/evidence.ts';
import { useDraft } from '../../data/draft.ts';
import { fieldbook } from '../../fieldbook.ts';
import { tell, tellProblem } from '../../parts/notify.tsx';
import { useWords } from '../../words.ts';
import { burn, coveredBy, drawMark, letterOf, strokeOf } from '../burn.ts';
import { sendBytes } from '../bytes.ts';
import classes from '../evidence.module.css';
import { useZoom, ZoomTools } from '../picture.tsx';
import type { Whole } from '../piece.ts';
import { drawingOf, drawn, markAt, shifted } from './marks.ts';

const icons = {
  redaction: IconSquareFilled,
  rectangle: IconSquare,
  arrow: IconArrowUpRight,
  text: IconLetterT,
} as const;

interface Props {
  piece: Whole;
  /** The original. */
  picture: ImageBitmap;
  onClose: () => void;
}

/** Draws marks over a picture and burns them into a copy. By pointer, or by keys alone. */
export function Editor({ piece, picture, onClose }: Props) {
  const { t } = useWords();
  const size = { width: picture.width, height: picture.height };
  const zoom = useZoom(picture);
  const [draft, setDraft, dropDraft] = useDraft<readonly Mark[]>(`marks on ${piece.id}`, piece.marks);
  const [drawing, dispatch] = useReducer(drawn, null, () => drawingOf(piece.marks, draft));
  const [tool, setTool] = useState<Mark['kind']>('redaction');
  const [saving, setSaving] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ at: number; x: number; y: number; mark: Mark; made: boolean; moved: boolean }>(
    undefined,
  );
  const { marks, selected } = drawing;
  const mark = selected === null ? undefined : marks[selected];
  // Whoever leaves finds them as they were left; those that were saved are no draft.
  useEffect(() => setDraft(marks), [marks]);

  useEffect(() => {
    const element = canvas.current!;
    if (element.width !== size.width) {
      element.width = size.width;
      element.height = size.height;
    }
    const context = element.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    for (const one of marks) drawMark(context, one, size);
    if (!mark) return;
    const box = coveredBy(mark);
    const edge = strokeOf(size.width, size.height);
    context.save();
    context.setLineDash([edge * 3, edge * 2]);
    context.lineWidth = edge;
    context.strokeStyle = '#2f67b1';
    context.strokeRect(box.x - edge * 2, box.y - edge * 2, box.width + edge * 4, box.height + edge * 4);
    context.restore();
  }, [picture, marks, mark]);

  const make = (x: number, y: number, width: number, height: number): Mark => {
    if (tool !== 'text') return { kind: tool, x, y, width, height };
    const letter = letterOf(size.width, size.height);
    const text = t('evidence.editor.newText');
    return { kind: 'text', x, y, width: letter * text.length * 0.6, height: letter * 1.25, text };
  };
  const pointOf = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: (clientX - box.left) / zoom.scale, y: (clientY - box.top) / zoom.scale };
  };
  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = pointOf(event);
    const found = markAt(marks, x, y, 4 / zoom.scale);
    if (found !== null) {
      dispatch({ do: 'select', at: found });
      drag.current = { at: found, x, y, mark: marks[found]!, made: false, moved: false };
    } else {
      const made = make(x, y, 0, 0);
      dispatch({ do: 'add', mark: made });
      drag.current = { at: marks.length, x, y, mark: made, made: true, moved: false };
    }
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const { x, y } = pointOf(event);
    const by = { x: x - held.x, y: y - held.y };
    const resize = held.made && held.mark.kind !== 'text';
    // One drag is one step: that of adding, or the first move of one that was there.
    const step = !held.made && !held.moved;
    held.moved = true;
    dispatch({ do: 'change', at: held.at, mark: shifted(held.mark, by, resize, size), step });
  };
  const up = () => {
    const held = drag.current;
    drag.current = undefined;
    const now = held && marks[held.at];
    // A press without a drag draws nothing.
    if (held?.made && now && now.kind !== 'text' && Math.hypot(now.width, now.height) < 3)
      dispatch({ do: 'undo' });
  };
  const keys = (event: KeyboardEvent) => {
    const far = Math.max(1, Math.round(Math.max(size.width, size.height) / 100));
    const by = {
      ArrowLeft: { x: -far, y: 0 },
      ArrowRight: { x: far, y: 0 },
      ArrowUp: { x: 0, y: -far },
      ArrowDown: { x: 0, y: far },
    }[event.key];
    if (by && mark && selected !== null)
      dispatch({ do: 'change', at: selected, mark: shifted(mark, by, event.shiftKey, size), step: true });
    else if (event.key === 'Enter')
      dispatch({
        do: 'add',
        mark: make(size.width * 0.35, size.height * 0.4, size.width * 0.3, size.height * 0.12),
      });
    else if ((event.key === 'Delete' || event.key === 'Backspace') && selected !== null)
      dispatch({ do: 'delete', at: selected });
    else if (event.key === 'Escape' && selected !== null) dispatch({ do: 'select', at: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const undoKeys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest('input')) return;
    if (event.key.toLowerCase() === 'z') dispatch({ do: event.shiftKey ? 'redo' : 'undo' });
    else if (event.key.toLowerCase() === 'y') dispatch({ do: 'redo' });
    else return;
    event.preventDefault();
  };
  const save = async () => {
    setSaving(true);
    try {
      const { step } = await keep(piece, picture, marks);
      dropDraft();
      tell(t('evidence.editor.saved'), () => fieldbook.history.undo({ step }));
      onClose();
    } catch (error) {
      tellProblem(error);
      setSaving(false);
    }
  };
  const name = (one: Mark, at: number) =>
    one.kind === 'text'
      ? one.text || t('evidence.editor.text')
      : `${t(`evidence.editor.names.${one.kind}`)} ${at + 1}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for undo hold wherever the focus is within
    <div className={classes.viewer} onKeyDown={undoKeys}>
      <div className={classes.tools} role="toolbar" aria-label={t('evidence.tools')}>
        {markKinds.map((kind) => {
          const Icon = icons[kind];
          return (
            <button
              key={kind}
              type="button"
              className={classes.tool}
              aria-pressed={tool === kind}
              onClick={() => setTool(kind)}
            >
              <Icon size={15} aria-hidden /> {t(`evidence.editor.${kind}`)}
            </button>
          );
        })}
        <span className={classes.gap} />
        <Button
          leftSection={<IconArrowBackUp size={14} />}
          disabled={drawing.past.length === 0}
          onClick={() => dispatch({ do: 'undo' })}
        >
          {t('common.undo')}
        </Button>
        <Button
          leftSection={<IconArrowForwardUp size={14} />}
          disabled={drawing.future.length === 0}
          onClick={() => dispatch({ do: 'redo' })}
        >
          {t('evidence.editor.redo')}
        </Button>
        <ZoomTools zoom={zoom} />
        <span className={classes.grow} />
        <Button
          onClick={() => {
            dropDraft();
            onClose();
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button variant="filled" loading={saving} onClick={() => void save()}>
          {t('evidence.editor.save')}
        </Button>
      </div>
      <div className={classes.editor}>
        <div ref={zoom.desk} className={classes.desk}>
          <div
            className={classes.board}
            role="application"
            aria-label={t('evidence.editor.board')}
            aria-describedby="evidence-keys"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on by keys
            tabIndex={0}
            onPointerDown={down}
            onPointerMove={move}
            onPointerUp={up}
            onKeyDown={keys}
          >
            <canvas
              ref={canvas}
              style={{ width: size.width * zoom.scale, height: size.height * zoom.scale }}
            />
          </div>
        </div>
        <aside className={classes.markList} aria-label={t('evidence.editor.marks')}>
          <h3>{t('evidence.editor.marks')}</h3>
          {marks.length === 0 && <p className="secondary">{t('evidence.editor.none')}</p>}
          <ol>
            {marks.map((one, at) => (
              <li key={`${at} ${one.kind}`}>
                <button
                  type="button"
                  className={classes.markName}
                  aria-pressed={at === selected}
                  onClick={() => dispatch({ do: 'select', at })}
                  onKeyDown={keys}
                >
                  {name(one, at)}
                </button>
              </li>
            ))}
          </ol>
          {mark?.kind === 'text' && selected !== null && (
            <TextInput
              label={t('evidence.editor.text')}
              value={mark.text}
              maxLength={500}
              onChange={(event) =>
                dispatch({
                  do: 'change',
                  at: selected,
                  mark: {
                    ...mark,
                    text: event.currentTarget.value,
                    width:
                      letterOf(size.width, size.height) * Math.max(1, event.currentTarget.value.length) * 0.6,
                  },
                  step: true,
                })
              }
            />
          )}
          {selected !== null && (
            <Button
              leftSection={<IconTrash size={14} />}
              onClick={() => dispatch({ do: 'delete', at: selected })}
            >
              {t('evidence.editor.delete')}
            </Button>
          )}
          <p id="evidence-keys" className="secondary small">
            {t('evidence.editor.keys')}
          </p>
          <p className="secondary small">{t('evidence.editor.burnt')}</p>
        </aside>
      </div>
    </div>
  );
}

/** Burns the marks into a copy and hands it to the engine. Without marks, a picture of a good size needs no copy. */
async function keep(piece: Whole, picture: ImageBitmap, marks: readonly Mark[]): Promise<{ step: string }> {
  const { blob, width, height } = await burn(picture, marks, piece.original.mediaType);
  const needed = marks.length > 0 || width !== picture.width;
  const copy = needed ? { upload: await sendBytes(blob), width, height } : null;
  return fieldbook.evidence.setCopy({ id: piece.id, copy, marks: [...marks] });
}
