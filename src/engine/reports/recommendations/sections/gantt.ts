import {
  type GanttBar,
  ganttHeight,
  ganttLinks,
  ganttMonths,
  ganttOption,
} from '../../../../shared/charts/gantt.ts';
import { drawChart } from '../../charts.ts';
import { families } from '../../fonts.ts';
import { printable } from '../../glyphs.ts';
import { below, type Node } from '../../layout/nodes.ts';
import { measure } from '../../layout/theme.ts';
import { remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { ReportAction } from '../input.ts';

/** As many as leave room on their page for the title of the chapter. */
const mostBars = 32;

/** Actions with dates, by their first day, in pictures of about the same height that share their months. */
export function gantt(edition: Edition): Node[] {
  const { input, texts, theme, say } = edition;
  const bars = input.actions
    .flatMap((action) => barOf(action))
    .sort((a, b) => compare(a.from, b.from) || compare(a.name, b.name));
  if (bars.length === 0) return [];
  const month = new Intl.DateTimeFormat(texts.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const labels = {
    names: 200,
    month: (iso: string) => month.format(new Date(iso)),
    kinds: {
      done: say('actionStatuses.done'),
      'in-progress': say('actionStatuses.in-progress'),
      planned: say('actionStatuses.planned'),
      blocked: say('actionStatuses.blocked'),
    },
  };
  const months = ganttMonths(bars);
  const perPicture = Math.ceil(bars.length / Math.ceil(bars.length / mostBars));
  const pictures: Node[] = [];
  const links = [];
  for (let first = 0; first < bars.length; first += perPicture) {
    const some = bars.slice(first, first + perPicture);
    links.push(...ganttLinks(some));
    pictures.push({
      svg: drawChart(ganttOption(some, months, theme.chart, labels), {
        width: measure,
        height: ganttHeight(some.length, theme.chart),
      }),
      font: families.sans,
      width: measure,
      margin: below(8),
    } as Node);
  }
  const undated = input.actions.length - bars.length;
  const notes = [
    ...(links.length > 0 ? [say('roadmap.arrows')] : []),
    ...(links.some(({ early }) => early) ? [say('roadmap.early')] : []),
    ...(undated > 0 ? [say('roadmap.undated', { count: undated })] : []),
  ];
  return [...pictures, ...(notes.length > 0 ? [remark(notes.join(' '), theme)] : [])];
}

/** Its whole title, dates and owner stand in the tables below. */
function barOf({ ref, words, from, to, horizon, status, after }: ReportAction): GanttBar[] {
  if (!from || !to) return [];
  return [
    {
      id: ref,
      after,
      name: printable(`${ref}  ${words.title}`, 'sans'),
      from,
      to,
      kind: horizon === 'done' ? 'done' : status,
    },
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
