import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { again, definitions, howPriced, howRead, howScored, scope } from '../../common/sections/method.ts';
import { together, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { heading, lead, paragraph } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { listedChanges } from '../input.ts';

/** How two readings are held against each other, and what their figures mean. */
export function method(edition: Edition): Node[] {
  const { say, theme } = edition;
  return [
    chapterTitle(say('method.title'), chapterIds.method, edition),
    lead(say('method.lead')),
    ...scope(edition),
    ...together([
      heading(say('method.compared'), theme),
      paragraph(say('method.comparedText')),
      definitions(
        listedChanges.map((change) => [say(`states.${change}`), say(`stateMeans.${change}`)]),
        edition,
      ),
    ]),
    ...withRoom([heading(say('method.causes'), theme), paragraph(say('method.causesText'))], 20),
    ...withRoom([heading(say('method.realised'), theme), paragraph(say('method.realisedText'))], 20),
    ...howScored(edition),
    ...howPriced(edition),
    ...howRead(edition),
    ...again(edition),
  ];
}
