import type { Session } from '../../session.ts';
import type { Texts } from '../../texts.ts';
import type { DocumentDefinition } from '../layout/nodes.ts';
import type { GatherOptions } from './gather.ts';
import type { Identifiers } from './identifiers.ts';
import type { ReportInput } from './input.ts';
import type { Problem } from './preflight.ts';

/** A kind of report: what it says, what can be wrong with that, how it is set, and what must be found in it again. */
export interface ReportDefinition<Input extends ReportInput> {
  gather(session: Session, options: GatherOptions): Input | Promise<Input>;
  preflight(input: Input, texts: Texts): Problem[];
  document(input: Input, texts: Texts): DocumentDefinition;
  identifiers(input: Input): Identifiers;
}
