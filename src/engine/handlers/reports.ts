import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { asWriteError } from '../exchange/write-table.ts';
import { gatherDiagnosis } from '../reports/diagnosis/gather.ts';
import type { Branding } from '../reports/diagnosis/input.ts';
import { preflight } from '../reports/diagnosis/preflight.ts';
import { ReportError } from '../reports/errors.ts';
import { renderDiagnosis } from '../reports/render.ts';
import { textsOf } from '../texts.ts';

export const reportsHandlers = (context: EngineContext): DomainHandlers<'reports'> => ({
  preflight({ snapshot, language }) {
    const session = context.session();
    const input = gatherDiagnosis(session, { snapshot, language, branding: plain });
    const texts = textsOf(input.engagement.language);
    return {
      notes: preflight(input, texts).map((problem) => ({
        code: problem.code,
        blocks: problem.blocks,
        message: texts.t(`report.preflight.${problem.code}`, problem.parameters),
      })),
    };
  },

  async diagnosis({ snapshot, path, language, consultantLogo, clientLogo, accent }, { signal }) {
    const session = context.session();
    const chosen = session.snapshot(snapshot);
    const target = resolve(path);
    const branding: Branding = {
      accent: accent ?? null,
      consultantLogo: consultantLogo ? readLogoFile(consultantLogo) : null,
      clientLogo: clientLogo ? readLogoFile(clientLogo) : null,
    };
    const { bytes, pages } = await renderDiagnosis(
      {
        engagement: { path: session.store.path, passphrase: session.passphrase },
        options: { snapshot: chosen.uuid, language, branding },
      },
      {
        signal,
        onProgress: ({ phase, share }) => context.emit('report.progress', { phase, done: share ?? 0, of: 1 }),
      },
    ).catch((error) => {
      throw error instanceof ReportError ? asFieldbook(error) : error;
    });
    await writeWhole(target, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!session.store.readonly)
      session.db.run(
        session.db.q.insertInto('report').values({
          uuid: uuidv7(),
          snapshot_id: chosen.id,
          rules: session.rulesDigest,
          kind: 'diagnosis',
          language: language ?? session.engagement.language,
          made_at: new Date().toISOString(),
          file: target,
          pages,
          sha256,
        }),
      );
    context.emit('changed', { what: 'reports' });
    return { path: target, pages, bytes: bytes.byteLength, sha256 };
  },
});

const plain: Branding = { accent: null, consultantLogo: null, clientLogo: null };

const mediaTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** A logo as the report takes it: SVG as text, PNG and JPEG as a data URL. */
function readLogoFile(path: string): string {
  const extension = extname(path).toLowerCase();
  const mediaType = mediaTypes[extension];
  if (extension !== '.svg' && !mediaType)
    throw new FieldbookError(
      'bad-input',
      `${path} is no logo that a report can print.`,
      'Use an SVG, PNG or JPEG file.',
    );
  try {
    const bytes = readFileSync(path);
    return mediaType ? `data:${mediaType};base64,${bytes.toString('base64')}` : bytes.toString('utf8');
  } catch (error) {
    throw new FieldbookError(
      'file-not-found',
      `The logo ${path} cannot be read.`,
      'Check the path and your rights to it.',
      {
        cause: error,
      },
    );
  }
}

/** The PDF appears under its name only when it is whole. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const partial = `${target}.part`;
  try {
    await writeFile(partial, bytes, { mode: 0o600 });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
}

function asFieldbook(error: ReportError): FieldbookError {
  switch (error.code) {
    case 'cancelled':
      return new FieldbookError(
        'cancelled',
        'The report was cancelled.',
        'Start it again when you want to; nothing was lost.',
      );
    case 'out-of-memory':
      return new FieldbookError(
        'report-memory',
        error.message,
        'Report on fewer accounts or checks, or close other programs.',
        { cause: error },
      );
    case 'not-printable':
      return new FieldbookError(
        'report-blocked',
        `The report cannot be printed as it stands: ${error.message}`,
        "See 'fieldbook report --preflight' for what to mend.",
        { cause: error },
      );
    case 'incomplete':
      return new FieldbookError(
        'report-incomplete',
        `The finished PDF lacks something, so it was not saved: ${error.message}`,
        'This is a mistake in Fieldbook: please report it with the details.',
        { cause: error },
      );
    default:
      return new FieldbookError(
        'internal',
        `The report failed: ${error.message}`,
        'Nothing was lost. Try again; if it happens again, report it with the details.',
        { cause: error },
      );
  }
}
