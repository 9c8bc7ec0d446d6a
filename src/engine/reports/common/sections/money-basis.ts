import { together } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { heading, paragraph } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** What every amount of a report rests on; no amount is shown without it. */
export const moneyBasis = ({ input, say, theme, date }: Edition): Node[] =>
  together([
    heading(say('money.basisTitle'), theme),
    paragraph(say('money.basis', { date: date(input.savings.priceDate) })),
    paragraph(say('money.rule')),
    paragraph(say('money.disclaimer')),
  ]);
