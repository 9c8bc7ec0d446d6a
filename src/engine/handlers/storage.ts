import { FieldbookError } from '../../shared/contract/errors.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { backUp, bytesOf, compactFile, snapshotSizes, verifyFile } from '../store/maintenance.ts';
import { assertStrong, measure } from '../store/passphrase.ts';

export const storageHandlers = (context: EngineContext): DomainHandlers<'storage'> => {
  const onProgress = (done: number, of: number) => context.emit('storage.progress', { done, of });
  const writable = (): Session => {
    const session = context.session();
    if (session.store.readonly)
      throw new FieldbookError(
        'read-only',
        `${session.store.path} is open read-only.`,
        'Close it where it is being written to, and open it again.',
      );
    return session;
  };
  return {
    async info() {
      const session = context.session();
      const { db, store } = session;
      const sizes = new Map(
        (await snapshotSizes(store.path, session.passphrase)).map((size) => [size.snapshot, size]),
      );
      const numbers = new Map(
        db.all(db.q.selectFrom('snapshot').select(['id', 'uuid'])).map(({ id, uuid }) => [uuid, id]),
      );
      return {
        path: store.path,
        readonly: store.readonly,
        cipher: String(db.pragma('cipher')),
        file: bytesOf(store.path),
        wal: bytesOf(`${store.path}-wal`),
        free: (db.pragma('freelist_count') as number) * (db.pragma('page_size') as number),
        snapshots: listSnapshots(db, session.auxiliaryTypes).map(({ id, startedAt, state, resources }) => {
          const size = sizes.get(numbers.get(id)!);
          return { id, startedAt, state, resources, own: size?.own ?? 0, shared: size?.shared ?? 0 };
        }),
      };
    },
    async verify() {
      const session = context.session();
      return { problems: await verifyFile(session.store.path, session.passphrase) };
    },
    async compact() {
      const session = writable();
      const result = await compactFile(session.store, session.passphrase, { onProgress });
      context.emit('changed', { what: 'storage' });
      return result;
    },
    backup({ path }, { signal }) {
      const session = context.session();
      return backUp(session.store, session.passphrase, path, { signal, onProgress });
    },
    strength: ({ passphrase, words }) => measure(passphrase, [...knownWords(context.current()), ...words]),
    async changePassphrase({ current, passphrase }) {
      const session = writable();
      if (current !== session.passphrase)
        throw new FieldbookError(
          'wrong-passphrase',
          'That is not the passphrase with which this engagement was opened.',
          'Check the passphrase, capitals and keyboard layout.',
        );
      await assertStrong(passphrase, knownWords(session));
      session.changePassphrase(passphrase);
      return {};
    },
  };
};

/** What a guesser tries first. */
const knownWords = (session: Session | undefined): string[] =>
  session ? [session.engagement.client, session.engagement.consultant] : [];
