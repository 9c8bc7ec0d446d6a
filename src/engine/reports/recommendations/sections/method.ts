import { acceptanceResults } from '../../../../shared/contract/recommendations.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { again, definitions, howPriced, howRead, howScored, scope } from '../../common/sections/method.ts';
import { together, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { heading, lead, paragraph } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** How actions come about, and what their figures mean. */
export function method(edition: Edition): Node[] {
  const { say, theme } = edition;
  const told = (key: string) =>
    withRoom([heading(say(`method.${key}`), theme), paragraph(say(`method.${key}Text`))], 20);
  return [
    chapterTitle(say('method.title'), chapterIds.method, edition),
    lead(say('method.lead')),
    ...scope(edition),
    ...told('actions'),
    ...told('effort'),
    ...told('forecast'),
    ...together([
      heading(say('method.acceptance'), theme),
      paragraph(say('method.acceptanceText')),
      definitions(
        acceptanceResults.map((result) => [say(`action.results.${result}`), say(`method.results.${result}`)]),
        edition,
      ),
    ]),
    ...howScored(edition),
    ...howPriced(edition),
    ...howRead(edition),
    ...again(edition),
  ];
}
