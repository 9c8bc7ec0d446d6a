import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import {
  again,
  howDecided,
  howJudged,
  howPriced,
  howRead,
  howReferred,
  howScored,
  howSevere,
  scope,
} from '../../common/sections/method.ts';
import type { Node } from '../../layout/nodes.ts';
import { lead } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** How it was read, judged and counted, so that another could do it again. */
export const method = (edition: Edition): Node[] => [
  chapterTitle(edition.say('method.title'), chapterIds.method, edition),
  lead(edition.say('method.lead')),
  ...scope(edition),
  ...howRead(edition),
  ...howJudged(edition),
  ...howSevere(edition),
  ...howScored(edition),
  ...howPriced(edition),
  ...howDecided(edition),
  ...howReferred(edition),
  ...again(edition),
];
