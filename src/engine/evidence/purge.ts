import { z } from 'zod';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** As much of a document as says which bytes it needs; one of any age. */
const needs = z.object({
  original: z.object({ sha256: z.string() }),
  copy: z.object({ sha256: z.string() }).nullable(),
});

/** Removes bytes that neither a piece of evidence nor a milestone refers to, and what never came in whole. */
export function purgeBytes(db: Db<EngagementSchema>): void {
  const stored = db.all(db.q.selectFrom('blob').select(['id', 'sha256']));
  if (stored.length === 0) return;
  const documents = [
    ...db.all(db.q.selectFrom('record').select('document').where('kind', '=', 'evidence')),
    ...db.all(
      db.q
        .selectFrom('milestone_record')
        .innerJoin('content', 'content.id', 'milestone_record.content_id')
        .select('content.body as document')
        .where('milestone_record.kind', '=', 'evidence'),
    ),
  ];
  const kept = new Set(
    documents.flatMap(({ document }) => {
      const { original, copy } = needs.parse(JSON.parse(document));
      return [original.sha256, ...(copy ? [copy.sha256] : [])];
    }),
  );
  db.transaction(() => {
    for (const { id, sha256 } of stored)
      if (sha256 === null || !kept.has(sha256)) db.run(db.q.deleteFrom('blob').where('id', '=', id));
  });
}
