import type { Phase } from '../../shared/model/engagement.ts';
import type { WindowWords } from '../words.ts';

/** A phase without a name of its own is called after its kind. */
export const phaseName = ({ name, kind }: Pick<Phase, 'name' | 'kind'>, t: WindowWords['t']): string =>
  name || t(`wizard.phase.${kind}`);
