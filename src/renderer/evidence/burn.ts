import { COPY_SIDE, type Mark } from '../../shared/model/records/evidence.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Redaction = Extract<Mark, { kind: 'redaction' }>;

/** Of what is drawn over a picture: it must stand out on any screenshot, light or dark. */
const RED = '#d92d20';
const BLACK = '#101418';

/** Width of lines and height of letters on a picture of that size, so that they look alike on any. */
export const strokeOf = (width: number, height: number): number =>
  Math.max(2, Math.round(Math.max(width, height) / 400));
export const letterOf = (width: number, height: number): number => strokeOf(width, height) * 7;

/** The rectangle of a mark, whichever way it was drawn, in whole pixels that hold all of it. */
export function coveredBy({ x, y, width, height }: Mark): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const left = Math.floor(Math.min(x, x + width));
  const top = Math.floor(Math.min(y, y + height));
  const right = Math.ceil(Math.max(x, x + width));
  const bottom = Math.ceil(Math.max(y, y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Draws a mark on a canvas whose units are the pixels of the original. */
export function drawMark(context: Context, mark: Mark, size: { width: number; height: number }): void {
  const stroke = strokeOf(size.width, size.height);
  context.lineWidth = stroke;
  context.strokeStyle = RED;
  context.fillStyle = mark.kind === 'redaction' ? BLACK : RED;
  context.lineJoin = 'round';
  const box = coveredBy(mark);
  switch (mark.kind) {
    case 'redaction':
      context.fillRect(box.x, box.y, box.width, box.height);
      return;
    case 'rectangle':
      context.strokeRect(box.x, box.y, box.width, box.height);
      return;
    case 'arrow':
      drawArrow(context, mark, stroke);
      return;
    case 'text': {
      const letter = letterOf(size.width, size.height);
      context.font = `600 ${letter}px Inter, sans-serif`;
      context.textBaseline = 'top';
      // A light edge keeps letters legible on any ground.
      context.lineWidth = stroke * 2;
      context.strokeStyle = '#ffffff';
      for (const [at, line] of mark.text.split('\n').entries()) {
        context.strokeText(line, box.x, box.y + at * letter * 1.25);
        context.fillText(line, box.x, box.y + at * letter * 1.25);
      }
    }
  }
}

function drawArrow(context: Context, { x, y, width, height }: Mark, stroke: number): void {
  const angle = Math.atan2(height, width);
  const head = Math.min(stroke * 5, Math.hypot(width, height));
  const tip = { x: x + width, y: y + height };
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(tip.x - Math.cos(angle) * head * 0.7, tip.y - Math.sin(angle) * head * 0.7);
  context.stroke();
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  for (const side of [-1, 1])
    context.lineTo(
      tip.x - Math.cos(angle + (side * Math.PI) / 7) * head,
      tip.y - Math.sin(angle + (side * Math.PI) / 7) * head,
    );
  context.closePath();
  context.fill();
}

/** The size of a copy: as the original, but no side longer than a copy may have. */
export function copySize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, COPY_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A copy of a picture with marks burnt in. Redactions are filled on the picture as it came, before it is made smaller:
 * otherwise the pixels along their edges would still hold something of what they hide.
 */
export async function burn(
  picture: ImageBitmap,
  marks: readonly Mark[],
  mediaType: string,
): Promise<{ blob: Blob; width: number; height: number }> {
  const original = { width: picture.width, height: picture.height };
  const whole = new OffscreenCanvas(original.width, original.height);
  const ground = whole.getContext('2d')!;
  ground.drawImage(picture, 0, 0);
  const redactions = marks.filter((mark): mark is Redaction => mark.kind === 'redaction');
  for (const mark of redactions) drawMark(ground, mark, original);
  const size = copySize(original.width, original.height);
  const copy = new OffscreenCanvas(size.width, size.height);
  const context = copy.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, size.width, size.height);
  context.scale(size.width / original.width, size.height / original.height);
  await document.fonts.load('600 20px Inter');
  for (const mark of marks) drawMark(context, mark, original);
  const type = mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return { blob: await copy.convertToBlob({ type, quality: 0.92 }), ...size };
}
