import { FieldbookError } from '../../shared/contract/errors.ts';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { cannot } from '../cannot.ts';
import { allTemplates } from '../checklists/upgrade.ts';
import { findByReference } from '../findings/read.ts';
import { recordOf } from '../recommendations/situation.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';

/** Throws when something that evidence is to be linked to is not in the engagement. */
export function checkTargets(session: Session, links: readonly EvidenceLink[], texts: Texts): void {
  const { records } = session;
  for (const { kind, id } of links)
    switch (kind) {
      case 'answer':
        if (!isQuestion(session, id)) throw cannot('bad-input', 'checklists.itemUnknown', { id });
        break;
      case 'finding':
        if (!isFinding(session, id))
          throw new FieldbookError(
            'finding-unknown',
            `No snapshot of this engagement has the finding ${id}.`,
            "Take a reference from 'fieldbook findings'.",
          );
        break;
      case 'recommendation':
        recordOf(session, id, texts);
        break;
      case 'system':
        if (!records.get('system', id)) throw cannot('bad-input', 'inventory.unknown', { id });
    }
}

/** Evidence is often there before the checklist that asks for it is adopted, and stays when that is taken out. */
const isQuestion = (session: Session, id: string): boolean =>
  session.records.get('answer', id) !== undefined ||
  [...session.records.all('checklist'), ...allTemplates(session)].some(({ template }) =>
    template.items.some((item) => item.id === id),
  );

/** In the newest judgement or, since evidence outlives what it shows, in one before. */
function isFinding(session: Session, reference: string): boolean {
  const { db } = session;
  const newest = session.newestBoard();
  if (newest && findByReference(db, newest.verdicts, reference) !== undefined) return true;
  return db
    .all(
      db.q
        .selectFrom('judgement')
        .innerJoin('snapshot', 'snapshot.id', 'judgement.snapshot_id')
        .select('judgement.id')
        .where('snapshot.deleted_at', 'is', null)
        .orderBy('judgement.id', 'desc'),
    )
    .some(
      ({ id }) =>
        id !== newest?.judgement && findByReference(db, session.verdicts(id), reference) !== undefined,
    );
}
