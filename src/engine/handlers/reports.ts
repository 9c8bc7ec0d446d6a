import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { statuses } from '../../shared/model/finding.ts';
import type { Language } from '../../shared/model/languages.ts';
import type { ReportKind } from '../../shared/model/report.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { rulesDigest } from '../findings/rules.ts';
import { attention, placeOf } from '../reports/attention.ts';
import { type AskedBranding, brandingOf } from '../reports/branding.ts';
import { ReportError } from '../reports/errors.ts';
import { explainReportError } from '../reports/explain.ts';
import type { FileRequest } from '../reports/messages.ts';
import { type Preview, Previews } from '../reports/previews.ts';
import { checkReport, renderReport } from '../reports/render.ts';
import { deliver, madeReports, note, withdrawDelivery, writeWhole } from '../reports/shelf.ts';
import type { Session } from '../session.ts';
import type { Judged } from '../snapshot/list.ts';

/** Bytes of a preview in one answer: small enough that other answers pass in between. */
const CHUNK = 768 * 1024;

interface Wanted {
  kind: ReportKind;
  snapshot?: string | undefined;
  from?: string | undefined;
  language?: Language | undefined;
}

export const reportsHandlers = (context: EngineContext): DomainHandlers<'reports'> => {
  const previews = new Previews();

  const render = async (wanted: Wanted, asked: AskedBranding, signal: AbortSignal): Promise<Preview> => {
    const session = context.session();
    const { id: snapshot, uuid } = session.snapshot(wanted.snapshot);
    const { kind, language = session.engagement.language } = wanted;
    const rules = session.rulesDigest;
    // A milestone stands for more than its snapshot.
    const request = fileRequest(session, { ...wanted, snapshot: wanted.snapshot ?? uuid }, asked);
    const { bytes, pages } = await renderReport(request, {
      signal,
      onProgress: ({ phase, share }) => context.emit('report.progress', { phase, done: share ?? 0, of: 1 }),
    }).catch(explained);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { session, kind, snapshot, rules, language, pages, bytes, sha256 };
  };

  const fileRequest = (session: Session, wanted: Wanted, asked: AskedBranding = {}): FileRequest => ({
    kind: wanted.kind,
    engagement: { path: session.store.path, passphrase: session.passphrase },
    today: session.today,
    options: {
      snapshot: wanted.snapshot,
      from: wanted.from,
      language: wanted.language ?? session.engagement.language,
      branding: brandingOf(context.workspace, session.logo, asked),
    },
  });

  const save = async (preview: Preview, path: string) => {
    const { session, bytes, pages, sha256 } = preview;
    const file = resolve(path);
    await writeWhole(file, bytes);
    note(session, { ...preview, file });
    context.emit('changed', { what: 'reports' });
    return { path: file, pages, bytes: bytes.byteLength, sha256 };
  };

  return {
    async preflight({ kind, snapshot, from, language }, call) {
      const session = context.session();
      const judged = session.snapshot(snapshot);
      const { problems, reads } = await checkReport(
        fileRequest(session, { kind, snapshot, from, language }),
        {
          signal: call.signal,
        },
      ).catch(explained);
      const texts = context.texts(call);
      const facts = {
        reads,
        scope: session.engagement.scope,
        current: judgedByTodaysRules(session, judged),
        unknown: unknowns(session, judged),
      };
      return {
        notes: [...problems, ...attention(facts)].map((problem) => ({
          code: problem.code,
          blocks: problem.blocks,
          message: texts.t(`report.preflight.${problem.code}`, problem.parameters),
          go: placeOf(problem.where),
        })),
      };
    },

    async write({ path, kind, snapshot, from, language, ...asked }, { signal }) {
      return save(await render({ kind, snapshot, from, language }, asked, signal), path);
    },

    async preview(wanted, { signal }) {
      const preview = await render(wanted, {}, signal);
      const { pages, bytes, sha256, session } = preview;
      return {
        preview: previews.keep(preview),
        pages,
        bytes: bytes.byteLength,
        sha256,
        suggested: join(
          context.workspace.preferences().reportFolder ?? dirname(session.store.path),
          fileNameOf(
            preview,
            context.texts({ language: preview.language }).t(`report.fileNames.${preview.kind}`),
          ),
        ),
      };
    },

    previewBytes({ preview, offset }) {
      const { bytes } = previews.get(preview, context.session());
      const end = offset + CHUNK;
      return {
        base64: Buffer.from(bytes.subarray(offset, end)).toString('base64'),
        next: end < bytes.byteLength ? end : null,
      };
    },

    dropPreview({ preview }) {
      previews.drop(preview);
      return {};
    },

    async save({ preview, path }) {
      const saved = await save(previews.get(preview, context.session()), path);
      context.workspace.setPreferences({ reportFolder: dirname(saved.path) });
      context.emit('changed', { what: 'workspace' });
      return saved;
    },

    list: ({ offset, limit }) => madeReports(context.session(), offset, limit),

    deliver({ report, to, at }) {
      const delivery = deliver(context.session(), report, to, at);
      context.emit('changed', { what: 'reports' });
      return { delivery };
    },

    withdrawDelivery({ delivery }) {
      withdrawDelivery(context.session(), delivery);
      context.emit('changed', { what: 'reports' });
      return {};
    },
  };
};

/** A report's own error in words for a person. */
function explained(error: unknown): never {
  throw error instanceof ReportError ? explainReportError(error) : error;
}

/** How many verdicts of a judgement are not known. */
function unknowns(session: Session, { judgement }: Judged): number {
  const unknown = statuses.indexOf('unknown');
  return session.verdicts(judgement).status.reduce((sum, one) => sum + (one === unknown ? 1 : 0), 0);
}

/** Whether today's rules, as far as the judgement's own checks go, are still those that it went by. */
function judgedByTodaysRules(session: Session, { judgement }: Judged): boolean {
  const { rules, db } = session;
  const judged = db.get(
    db.q.selectFrom('judgement').select(['rules', 'summary']).where('id', '=', judgement),
  )!;
  const run = new Set(Object.keys(JSON.parse(judged.summary) as object));
  return rulesDigest({ ...rules, checks: rules.checks.filter(({ id }) => run.has(id)) }) === judged.rules;
}

/** Client, what it is, and the day of the scan, without what a file system takes for itself. */
function fileNameOf({ session, snapshot }: { session: Session; snapshot: number }, kind: string): string {
  const row = session.db.get(
    session.db.q.selectFrom('snapshot').select('started_at').where('id', '=', snapshot),
  );
  const client = session.engagement.client.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${client.slice(0, 80)} – ${kind} ${row!.started_at.slice(0, 10)}.pdf`;
}
