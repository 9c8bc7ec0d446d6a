import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { withRoom } from '../../layout/keep.ts';
import { monoLines, shellLines } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { codePanel, codeSize } from '../../layout/panel.ts';
import { lead } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { actionHeading } from './appendix.ts';

/** What an engineer would start from: the fix of each action as code. */
export function codeAppendix(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const coded = input.actions.filter(({ code }) => code.cli || code.terraform);
  if (coded.length === 0) return [];
  return [
    chapterTitle(say('appendix.code'), chapterIds.code, edition),
    lead(say('appendix.codeLead')),
    ...coded.flatMap((action) => [
      ...withRoom([actionHeading(action, chapterIds.codeOf(action.ref), edition)], 60),
      ...(action.code.cli
        ? codePanel(say('action.cli'), (width) => shellLines([action.code.cli!], width, codeSize), theme)
        : []),
      ...(action.code.terraform
        ? codePanel(
            say('action.terraform'),
            (width) => monoLines(action.code.terraform!, width, codeSize),
            theme,
          )
        : []),
    ]),
  ];
}
