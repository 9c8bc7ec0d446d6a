import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from './notify.tsx';

/** Shows a page in the system's browser. */
export const openLink = (url: string): void => void fieldbook.desktop.openLink({ url }).catch(tellProblem);
