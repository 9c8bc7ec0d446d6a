import type { ActionStatus } from '../../../shared/model/records/recommendation.ts';
import type { Texts } from '../../texts.ts';
import type { PlanAction } from './actions.ts';

/** A day without its time, as RFC 5545 writes it. */
const date = (day: string): string => day.replaceAll('-', '');

/** The end of an event of whole days is the day after its last (RFC 5545, 3.6.1). */
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const statuses: Record<ActionStatus, string> = {
  planned: 'TENTATIVE',
  'in-progress': 'CONFIRMED',
  blocked: 'TENTATIVE',
  done: 'CONFIRMED',
};

/** A calendar of the actions that have a first and a last day (RFC 5545). `stamp` is when it is made, ISO 8601 in UTC. */
export function calendar(actions: readonly PlanAction[], texts: Texts, stamp: string): string {
  const at = stamp.replace(/[-:]|\.\d+/g, '');
  const events = actions.flatMap(({ ref, item, detail }) => {
    if (!item.from || !item.to) return [];
    const owner = item.owner ? `${texts.t('advice.columns.owner')}: ${item.owner}\n\n` : '';
    return [
      'BEGIN:VEVENT',
      `UID:${item.id}@fieldbook`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${date(item.from)}`,
      `DTEND;VALUE=DATE:${date(dayAfter(item.to))}`,
      `SUMMARY:${escaped(`${ref} ${item.title}`)}`,
      `DESCRIPTION:${escaped(`${owner}${detail.words.outcome}`)}`,
      `CATEGORIES:${escaped(texts.t(`advice.tracks.${item.track}`))}`,
      `STATUS:${statuses[item.status]}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fieldbook//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** No line is longer than 75 octets; what follows begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
