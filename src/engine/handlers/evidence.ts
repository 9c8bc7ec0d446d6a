import { basename } from 'node:path';
import {
  COPY_SIDE,
  type Evidence,
  type EvidenceLink,
  expiryOn,
} from '../../shared/model/records/evidence.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { storeFile } from '../evidence/add.ts';
import { isWhole, readPart, type Stored, store } from '../evidence/bytes.ts';
import { exportBytes } from '../evidence/export.ts';
import { countsOf, passes, sameLink } from '../evidence/filter.ts';
import { linkName, wholeName } from '../evidence/names.ts';
import { SNIFFED, sniff } from '../evidence/sniff.ts';
import { checkTargets } from '../evidence/targets.ts';
import { Uploads } from '../evidence/uploads.ts';
import type { ActionsOf } from '../records/actions.ts';
import type { Texts } from '../texts.ts';

/** Bytes in one answer: small enough that other answers pass in between. */
const PART = 768 * 1024;

interface About {
  title?: string | undefined;
  note?: string | undefined;
  expiresOn?: string | null | undefined;
  links?: EvidenceLink[] | undefined;
}

export const evidenceHandlers = (context: EngineContext): DomainHandlers<'evidence'> => {
  const uploads = new Uploads();
  const today = () => context.session().today;
  const find = (id: string): Evidence => {
    const piece = context.session().records.get('evidence', id);
    if (!piece) throw cannot('bad-input', 'evidence.unknown', { id });
    return piece;
  };
  const view = (piece: Evidence, texts: Texts, name: typeof linkName = linkName) => ({
    ...piece,
    expiry: expiryOn(piece.expiresOn, today()),
    links: piece.links.map((link) => ({ ...link, name: name(context.session(), link, texts) })),
  });

  const add = (stored: Stored, file: string, origin: Evidence['origin'], about: About, texts: Texts) => {
    const session = context.session();
    const { kind, mediaType } = sniff(readPart(session.db, stored.sha256, 0, SNIFFED));
    const name = file.slice(-255);
    const piece: Evidence = {
      id: uuidv7(),
      title: about.title ?? name.slice(0, 200),
      kind,
      file: name,
      origin,
      original: { ...stored, mediaType },
      copy: null,
      marks: [],
      note: about.note ?? '',
      expiresOn: about.expiresOn ?? null,
      links: about.links ?? [],
      addedAt: session.now().toISOString(),
      addedBy: session.engagement.consultant,
    };
    const { step } = context.change('evidence.add', (changes) => changes.put('evidence', piece));
    return { piece: view(piece, texts, wholeName), step };
  };
  const change = (
    what: ActionsOf<'evidence'>,
    id: string,
    how: (piece: Evidence) => Partial<Evidence>,
    merge?: string,
  ): { step: string } => {
    const piece = find(id);
    const { step } = context.change(
      what,
      (changes) => changes.put('evidence', { ...piece, ...how(piece) }),
      merge === undefined ? {} : { merge },
    );
    return { step };
  };
  const hashOf = (id: string, version: 'original' | 'copy') => {
    const piece = find(id);
    return (version === 'copy' ? (piece.copy ?? piece.original) : piece.original).sha256;
  };

  return {
    page({ filter, offset, limit }, call) {
      const texts = context.texts(call);
      const all = context.session().records.all('evidence').toReversed();
      const day = today();
      const shown = all.filter((piece) => passes(piece, filter, day));
      return {
        total: shown.length,
        pieces: shown.slice(offset, offset + limit).map((piece) => view(piece, texts)),
        counts: countsOf(all, day),
      };
    },
    get: ({ id }, call) => view(find(id), context.texts(call), wholeName),

    async addFile({ path, ...about }, call) {
      checkTargets(context.session(), about.links ?? [], context.texts(call));
      const stored = await storeFile(context.session().db, path, call.signal);
      return add(stored, basename(path), 'file', about, context.texts(call));
    },
    addText({ text, file, ...about }, call) {
      checkTargets(context.session(), about.links ?? [], context.texts(call));
      const stored = store(context.session().db, Buffer.from(text, 'utf8'));
      return add(stored, file, 'terminal', about, context.texts(call));
    },
    upload: () => ({ upload: uploads.begin(context.session()) }),
    append({ upload, base64 }) {
      uploads.append(context.session(), upload, Buffer.from(base64, 'base64'));
      return {};
    },
    drop({ upload }) {
      uploads.drop(context.session(), upload);
      return {};
    },
    addUpload({ upload, file, origin, ...about }, call) {
      try {
        checkTargets(context.session(), about.links ?? [], context.texts(call));
      } catch (error) {
        uploads.drop(context.session(), upload);
        throw error;
      }
      const stored = uploads.finish(context.session(), upload);
      return add(stored, file, origin, about, context.texts(call));
    },

    bytes({ id, version, offset }) {
      const bytes = readPart(context.session().db, hashOf(id, version), offset, PART);
      return {
        base64: bytes.toString('base64'),
        next: bytes.byteLength === PART ? offset + PART : null,
      };
    },
    setCopy({ id, copy, marks }) {
      const { db } = context.session();
      if (find(id).kind !== 'image') throw cannot('bad-input', 'evidence.notPicture');
      if (!copy) return change('evidence.copy', id, () => ({ copy: null, marks }));
      const stored = uploads.finish(context.session(), copy.upload);
      const { kind, mediaType } = sniff(readPart(db, stored.sha256, 0, SNIFFED));
      if (kind !== 'image' || Math.max(copy.width, copy.height) > COPY_SIDE)
        throw cannot('bad-input', 'evidence.copyTooLarge', { most: COPY_SIDE });
      const { width, height } = copy;
      return change('evidence.copy', id, () => ({ copy: { ...stored, mediaType, width, height }, marks }));
    },
    save({ id, ...about }, call) {
      checkTargets(context.session(), newLinks(find(id), about.links ?? []), context.texts(call));
      const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
      return change('evidence.save', id, () => given, `evidence ${id} ${Object.keys(given).join()}`);
    },
    link({ id, link }, call) {
      const added = newLinks(find(id), [link]);
      checkTargets(context.session(), added, context.texts(call));
      return change('evidence.link', id, ({ links }) => ({ links: [...links, ...added] }));
    },
    unlink: ({ id, link }) =>
      change('evidence.unlink', id, ({ links }) => ({ links: links.filter((one) => !sameLink(one, link)) })),
    remove({ id }) {
      find(id);
      const { step } = context.change('evidence.remove', (changes) => changes.remove('evidence', id));
      return { step };
    },
    export: ({ id, version, path }, { signal }) =>
      exportBytes(context.session().db, hashOf(id, version), path, signal),
    async verify({ id }, { signal }) {
      const { db, records } = context.session();
      const pieces = id === undefined ? records.all('evidence') : [find(id)];
      const damaged: string[] = [];
      for (const { id, original, copy } of pieces) {
        if (signal.aborted) break;
        if (!isWhole(db, original.sha256) || (copy && !isWhole(db, copy.sha256))) damaged.push(id);
        await new Promise(setImmediate);
      }
      return { checked: pieces.length, damaged };
    },
  };
};

/** What a piece was linked to while it was there stays, whatever became of it. */
const newLinks = (piece: Evidence, links: readonly EvidenceLink[]): EvidenceLink[] =>
  links.filter((link) => !piece.links.some((one) => sameLink(one, link)));
