import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { wordsIn as checklistIn } from '../checklists/book.ts';
import { findByReference, findingsByNumber } from '../findings/read.ts';
import { titleOf } from '../findings/words.ts';
import { wordsIn as adviceIn } from '../recommendations/words.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';

/** What a linked thing is called; the id of one that is not there (any more). */
export function linkName(session: Session, { kind, id }: EvidenceLink, texts: Texts): string {
  const word = (key: string) => (texts.has(key) ? texts.t(key) : id);
  switch (kind) {
    case 'finding':
      return id;
    case 'answer':
      return questionOf(session, id, texts) ?? word(`checklists.${id}.question`);
    case 'recommendation': {
      const record = session.records.get('recommendation', id);
      return record ? adviceIn(record, texts).title : word(`recommendations.${id}.title`);
    }
    case 'system':
      return session.records.get('system', id)?.name ?? id;
  }
}

/** As the checklist asks it here: templates of one's own have questions that no text file knows. */
function questionOf(session: Session, item: string, { language }: Texts): string | undefined {
  const home = session.records
    .all('checklist')
    .find(({ template }) => template.items.some(({ id }) => id === item));
  return home && checklistIn(home, language).items[item]?.question;
}

/** The same for one piece that is looked at: findings by their titles, for which verdicts are gone through. */
export function wholeName(session: Session, link: EvidenceLink, texts: Texts): string {
  const board = link.kind === 'finding' ? session.newestBoard() : undefined;
  if (!board) return linkName(session, link, texts);
  const number = findByReference(session.db, board.verdicts, link.id);
  const [finding] =
    number === undefined ? [] : findingsByNumber(session.db, board.verdicts, [number], session.checks);
  return finding ? `${titleOf(finding.check.id, texts)} · ${finding.resource.name}` : link.id;
}
