import { COPY_SIDE, type Evidence, type EvidenceLink } from '../../shared/model/records/evidence.ts';
import { runJob } from '../data/jobs.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { burn } from './burn.ts';
import { readImage, sendBytes } from './bytes.ts';

type Piece = Answer<'evidence', 'addFile'>['piece'];

/** A piece, and the steps that added it: to take it back, all of them go. */
export interface Added {
  piece: Piece;
  steps: string[];
}

/** Adds a file that was dropped or chosen: read by the engine where it is on a disk, else sent in parts. */
export const addFile = (file: File, links: EvidenceLink[]): Promise<Added> =>
  runJob('import', '/evidence', async (signal) => {
    const path = window.fieldbook.pathOf(file);
    const added =
      path === ''
        ? await addBytes(file, file.name, 'file', links, signal)
        : await fieldbook.evidence.addFile({ path, links }, { signal });
    return { piece: added.piece, steps: [added.step, ...(await makeSmaller(added.piece))] };
  });

/** Adds a picture that was pasted; it has no name but its moment. */
export const addPicture = (blob: Blob, name: string, links: EvidenceLink[]): Promise<Added> =>
  runJob('import', '/evidence', async (signal) => {
    const added = await addBytes(blob, `${name}.${extension(blob.type)}`, 'clipboard', links, signal, name);
    return { piece: added.piece, steps: [added.step, ...(await makeSmaller(added.piece))] };
  });

async function addBytes(
  blob: Blob,
  file: string,
  origin: Evidence['origin'],
  links: EvidenceLink[],
  signal: AbortSignal,
  title?: string,
): Promise<Answer<'evidence', 'addFile'>> {
  const upload = await sendBytes(blob, signal);
  return fieldbook.evidence.addUpload({ upload, file, origin, links, ...(title && { title }) });
}

/** A picture that is larger than anything shows gets a smaller copy; the original stays as it is. Gives the steps. */
async function makeSmaller(piece: Pick<Evidence, 'id' | 'kind' | 'copy' | 'original'>): Promise<string[]> {
  const steps: string[] = [];
  if (piece.kind !== 'image') return steps;
  let picture: ImageBitmap;
  try {
    picture = await readImage(piece, 'original');
  } catch {
    // A picture that cannot be decoded is kept as it is; its viewer says so.
    return steps;
  }
  if (Math.max(picture.width, picture.height) > COPY_SIDE) {
    const { blob, width, height } = await burn(picture, [], piece.original.mediaType);
    const { step } = await fieldbook.evidence.setCopy({
      id: piece.id,
      copy: { upload: await sendBytes(blob), width, height },
      marks: [],
    });
    steps.push(step);
  }
  picture.close();
  return steps;
}

const extension = (mediaType: string): string =>
  ({ 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' })[mediaType] ?? 'png';
